import { expect, test } from "vitest";
import { decisionsCube } from "../../../../test/oracle/fairness/decisions.ts";
import peers from "../../../../test/oracle/fairness/peers.json" with { type: "json" };
import { metricSource } from "../disparity/metric-source.ts";
import { rankGaps } from "./rank-gaps.ts";

const rule = { kind: "threshold", at: 0.5 } as const;

test("the smaller group beside the larger, as counting all pairs says", () => {
  const [gap, ...more] = rankGaps(metricSource(decisionsCube(), ["sex"], { rule }));
  expect(more).toEqual([]);
  expect(gap).toMatchObject({ group: { sex: "female" }, reference: { sex: "male" } });
  expect(gap!.crossAuc.ofGroup).toBeCloseTo(peers.calibration.xAUC[0]!, 12);
  expect(gap!.crossAuc.ofReference).toBeCloseTo(peers.calibration.xAUC[1]!, 12);
  expect(gap!.areaBetweenRocs).toBeGreaterThan(0);
});

test("a group without positives has no ranks, and nobody without scores", () => {
  const races = rankGaps(metricSource(decisionsCube(), ["race"], { rule }));
  expect(races.map(({ group }) => group.race)).toEqual(["b", "c"]);
  const blank = metricSource(decisionsCube({ scores: "none" }), ["race"], {
    rule: { kind: "decision", favourable: "1" },
  });
  expect(rankGaps(blank)).toEqual([]);
});

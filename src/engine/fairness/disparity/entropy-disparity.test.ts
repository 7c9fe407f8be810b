import { expect, test } from "vitest";
import { decisionsCube } from "../../../../test/oracle/fairness/decisions.ts";
import peers from "../../../../test/oracle/fairness/peers.json" with { type: "json" };
import { entropyDisparities } from "./entropy-disparity.ts";
import { metricSource } from "./metric-source.ts";

const rule = { kind: "decision", favourable: "1" } as const;

test("Theil's index and its part between groups, each inside its interval", () => {
  const source = metricSource(decisionsCube(), ["sex"], { rule });
  const [[rows, groups] = []] = entropyDisparities([source], ["theilIndex", "betweenGroupTheilIndex"], {
    level: 0.95,
    seed: 1,
  });
  expect(rows!.estimate).toBeCloseTo(peers.aif360.sex.theilIndex, 12);
  expect(groups!.estimate).toBeCloseTo(peers.aif360.sex.betweenGroupTheilIndex, 12);
  for (const one of [rows!, groups!]) {
    if (one.estimate === null || one.low === null || one.high === null) throw new Error("undefined");
    expect(one.low).toBeLessThan(one.estimate);
    expect(one.high).toBeGreaterThan(one.estimate);
    expect(one.method).toBe("bootstrap-bca");
  }
});

test("without labels there is none, and nothing asked is nothing drawn", () => {
  const source = metricSource(decisionsCube(), ["sex"], {
    rule: { kind: "decision", favourable: "1" },
    positiveLabel: "1",
  });
  expect(entropyDisparities([source], [], { level: 0.95, seed: 1 })).toEqual([[]]);
  const blank = { ...source, table: { ...source.table, weight: source.table.weight.map(() => 0) } };
  expect(entropyDisparities([blank], ["theilIndex"], { level: 0.95, seed: 1, replicates: 2 })[0]![0]).toMatchObject({
    estimate: null,
    reason: "no-labels",
  });
});

test("all sources of the same rows have one index over rows, each its own between groups", () => {
  const sources = [["sex"], ["race"]].map((attributes) => metricSource(decisionsCube(), attributes, { rule }));
  const about = { level: 0.95, seed: 1, replicates: 200 };
  const names = ["theilIndex", "betweenGroupTheilIndex"];
  const both = entropyDisparities(sources, names, about);
  expect(both).toEqual(sources.map((source) => entropyDisparities([source], names, about)[0]));
  expect(both[0]![1]!.estimate).not.toBe(both[1]![1]!.estimate);
});

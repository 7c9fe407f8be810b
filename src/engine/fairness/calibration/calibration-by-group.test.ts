import { expect, test } from "vitest";
import { decisionsCube } from "../../../../test/oracle/fairness/decisions.ts";
import peers from "../../../../test/oracle/fairness/peers.json" with { type: "json" };
import { metricSource } from "../disparity/metric-source.ts";
import { calibrationByGroup } from "./calibration-by-group.ts";

const rule = { kind: "decision", favourable: "1" } as const;

test("all together first, then each group with its errors, fit and curve", () => {
  const source = metricSource(decisionsCube(), ["sex"], { rule });
  const [all, female, male] = calibrationByGroup(source, [source], { level: 0.95 });
  expect([all!.group, female!.group, male!.group]).toEqual([{}, { sex: "female" }, { sex: "male" }]);
  expect(female!.n + male!.n).toBe(900);
  expect(female!.error.expected).toBeCloseTo(peers.calibration["sex female"].ece, 12);
  expect(male!.curve).toHaveLength(peers.calibration["sex male"].bins.length);
  expect(female!.cox!.slope.estimate).toBeCloseTo(peers.calibration["sex female"].slope, 5);
});

test("without scores there is nothing to calibrate", () => {
  const source = metricSource(decisionsCube({ scores: "none" }), ["sex"], { rule });
  expect(calibrationByGroup(source, [source], { level: 0.95 })).toEqual([]);
});

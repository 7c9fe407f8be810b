import { expect, test } from "vitest";
import { decisionsCube } from "../../../test/oracle/fairness/decisions.ts";
import { metricSource } from "../../engine/fairness/disparity/metric-source.ts";
import { groupCounts } from "./group-counts.ts";

const rule = { kind: "decision", favourable: "1" } as const;

test("counts give the figures of every group, and of all together", () => {
  const cube = decisionsCube();
  for (const attributes of [["sex"], ["race"], ["sex", "race"]]) {
    const source = metricSource(cube, attributes, { rule });
    const counts = groupCounts(cube, attributes, rule);
    expect(counts.length).toBe(source.groups.length + 1);
    for (const [g, { rows, weights, scored }] of counts.entries()) {
      const { truePositives, falseNegatives } = weights ?? rows!;
      const { estimate } = source.measure("truePositiveRate", 1)[g]!;
      if (estimate === null) expect(truePositives + falseNegatives).toBe(0);
      else expect(truePositives / (truePositives + falseNegatives)).toBeCloseTo(estimate, 12);
      for (const [metric, sum] of [
        ["brier", "squaredError"],
        ["logLoss", "logLoss"],
      ] as const) {
        const measured = source.measure(metric, 1)[g]!;
        if (measured.estimate !== null) expect(scored![sum]! / scored!.weight).toBeCloseTo(measured.estimate, 12);
      }
    }
  }
});

test("of a class that the score says nothing about there are no sums", () => {
  const cube = decisionsCube();
  expect(groupCounts(cube, ["sex"], rule, "0").every(({ scored }) => scored === null)).toBe(true);
});

import { expect, test } from "vitest";
import { classes, cubeOf } from "../../../../test/oracle/fairness/arbitrary-decisions.ts";
import { aif360Answer } from "./aif360-answer.ts";

const rule = { kind: "decision", favourable: "1" } as const;
const rows = (sex: string, tp: number, fn: number, fp: number, tn: number) =>
  [tp, fn, fp, tn].flatMap((times, k) =>
    Array.from({ length: times }, () => ({
      values: { sex, race: "a", dept: "x", month: "2026-01" },
      label: k < 2 ? "1" : "0",
      decision: k % 2 === 0 ? "1" : "0",
      score: 0.5,
    })),
  );

test("rates without positives are NaN, predictive values without selections 0, a ratio to zero is inf", () => {
  const cube = cubeOf(classes, [...rows("f", 2, 1, 1, 4), ...rows("m", 0, 0, 0, 5)]);
  const { byGroup, aggregates } = aif360Answer(cube, { attributes: ["sex"], rule, privileged: { sex: "m" } });
  expect(byGroup[0]!.metrics).toMatchObject({ true_positive_rate: null, positive_predictive_value: 0 });
  expect(byGroup[1]!.group).toEqual({ sex: "not m" });
  expect(aggregates).toMatchObject({ disparate_impact: "inf", true_positive_rate_difference: null });
  expect(aggregates.equalized_odds_difference).toBeCloseTo(0.2, 12);
});

test("Python's max lets a NaN win only if it comes first", () => {
  const cube = cubeOf(classes, [...rows("f", 2, 1, 1, 4), ...rows("m", 3, 1, 0, 0)]);
  const { aggregates } = aif360Answer(cube, { attributes: ["sex"], rule, privileged: { sex: "m" } });
  expect(aggregates).toMatchObject({ false_positive_rate_difference: null, equalized_odds_difference: null });
});

test("a privileged value that nobody has is refused", () => {
  const cube = cubeOf(classes, rows("f", 1, 1, 1, 1));
  expect(() => aif360Answer(cube, { attributes: ["sex"], rule, privileged: { sex: "x" } })).toThrow(
    "privileged value of sex not found: x; there are f",
  );
});

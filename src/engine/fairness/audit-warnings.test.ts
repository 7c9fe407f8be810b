import { expect, test } from "vitest";
import { classes, cubeOf } from "../../../test/oracle/fairness/arbitrary-decisions.ts";
import { auditWarnings } from "./audit-warnings.ts";
import { binScores } from "./cube/bin-scores.ts";
import type { Decision } from "./cube/cube-draft.ts";
import { metricSource } from "./disparity/metric-source.ts";
import type { DecisionRule } from "./rate/outcome-table.ts";

const decided: DecisionRule = { kind: "decision", favourable: "1" };

function warningsFor(rows: readonly Decision[], rule = decided, bins = false) {
  const exact = cubeOf(classes, rows);
  const cube = bins ? binScores(exact) : exact;
  const sources = [["sex"], ["race"], ["sex", "race"]].map((chosen) => metricSource(cube, chosen, { rule }));
  return auditWarnings(cube, { sources, controlled: [], rule, positiveLabel: "1" });
}

const whole: Decision[] = ["f", "m"].flatMap((sex) =>
  ["x", "y"].flatMap((race) =>
    Array.from({ length: 40 }, (_, k) => ({
      values: { sex, race },
      label: String(k % 2),
      decision: String(k % 3 === 0 ? 1 : 0),
      score: 0.4,
    })),
  ),
);

test("nothing to say of whole data", () => {
  expect(warningsFor(whole)).toEqual([]);
});

test.each<[string, (row: Decision, k: number) => Decision, string]>([
  ["constant-label", (row) => ({ ...row, label: "0" }), "labels without a positive one (positive is 1)"],
  ["constant-decision", (row) => ({ ...row, decision: "1" }), "decisions that are all favourable"],
  [
    "unlabelled-rows",
    (row, k) => (k < 7 ? { ...row, label: null } : row),
    "rows without a label, of use to selection rates only: 7",
  ],
  ["undecided-rows", (row, k) => (k < 3 ? { ...row, decision: null } : row), "rows without a decision: 3"],
  [
    "single-group",
    (row) => ({ ...row, values: { ...row.values, sex: "f" } }),
    "attribute with a single group, nothing to compare: sex",
  ],
  [
    "missing-values",
    (row, k) => (k < 50 ? { ...row, values: { ...row.values, sex: null } } : row),
    "rows without a value of sex, kept as a group: 50",
  ],
  [
    "small-groups",
    (row, k) => (k < 2 ? { ...row, values: { ...row.values, sex: "x" } } : row),
    "groups of fewer than 30 rows by sex: sex x",
  ],
])("%s", (code, change, message) => {
  expect(warningsFor(whole.map(change))).toContainEqual({ code, message });
});

test("what bins cost is said, and that a threshold lies inside one", () => {
  expect(warningsFor(whole, decided, true).map(({ code }) => code)).toEqual(["scores-in-bins"]);
  expect(warningsFor(whole, { kind: "threshold", at: 0.4 }, true).map(({ code }) => code)).not.toContain(
    "threshold-inside-bin",
  );
  expect(warningsFor(whole, { kind: "threshold", at: 0.4005 }, true).map(({ code }) => code)).toContain(
    "threshold-inside-bin",
  );
});

import { expect, test } from "vitest";
import { classes, cubeOf } from "../../../../test/oracle/fairness/arbitrary-decisions.ts";
import { fairlearnAnswers } from "./fairlearn-answer.ts";

const rule = { kind: "decision", favourable: "1" } as const;
const row = (sex: string | null, race: string | null, label: string | null, decision: string) => ({
  values: { sex, race, dept: "x", month: "2026-01" },
  label,
  decision,
});

test("a rate without denominator is 0, and so decides the gap", () => {
  const cube = cubeOf({ ...classes, scores: "none" }, [
    row("f", "a", "0", "1"),
    row("f", "a", "0", "0"),
    row("m", "a", "1", "1"),
    row("m", "a", "1", "0"),
  ]);
  const [answer] = fairlearnAnswers(cube, { attributes: ["sex"], rule });
  expect(answer!.byGroup.map(({ metrics }) => metrics.true_positive_rate)).toEqual([0, 0.5]);
  expect(answer!.aggregates).toMatchObject({
    equal_opportunity_difference: 0.5,
    equal_opportunity_ratio: 0,
    equalized_odds_difference: 0.5,
  });
  expect(answer!.byGroup.map(({ metrics }) => metrics.balanced_accuracy_score)).toEqual([0.5, 0.5]);
});

test("combinations that do not occur are listed without values; unlabelled rows are told", () => {
  const cube = cubeOf(classes, [row("f", "a", "1", "1"), row("m", "b", null, "1"), row(null, "a", "0", "0")]);
  const [answer] = fairlearnAnswers(cube, { attributes: ["sex", "race"], rule });
  expect(answer!.byGroup.map(({ group, metrics }) => [group.sex, group.race, metrics.count])).toEqual([
    ["f", "a", 1],
    ["f", "b", null],
    ["m", "a", null],
    ["m", "b", 1],
  ]);
  expect(answer!.overall.count).toBe(3);
  expect(answer!.notes).toEqual([
    "rows with a missing attribute, in overall and in no group: 1; Fairlearn 0.15 refuses them",
    "rows without a label, in selection rates only: 1; Fairlearn refuses them for other metrics",
  ]);
});

test("of a regression, errors", () => {
  const regression = cubeOf({ attributes: ["sex"], task: { kind: "regression" }, scores: "given", weights: "none" }, [
    { values: { sex: "f" }, label: 3, score: 2 },
    { values: { sex: "m" }, label: 3, score: 5 },
  ]);
  const [answer] = fairlearnAnswers(regression, { attributes: ["sex"], rule });
  expect(answer!.overall).toMatchObject({ mean_prediction: 3.5, mean_absolute_error: 1.5, mean_squared_error: 2.5 });
  expect(answer!.overall.r2_score).toBeNull();
  expect(answer!.aggregates.mean_absolute_error_group_max).toBe(2);
  expect(answer!.aggregates).not.toHaveProperty("demographic_parity_difference");
});

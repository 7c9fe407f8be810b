import { expect, test } from "vitest";
import { classes, cubeOf } from "../../../../test/oracle/fairness/arbitrary-decisions.ts";
import { type AequitasReference, aequitasAnswer } from "./aequitas-answer.ts";

const rule = { kind: "decision", favourable: "1" } as const;
const rows = (sex: string | null, tp: number, fn: number, fp: number, tn: number) =>
  [tp, fn, fp, tn].flatMap((times, k) =>
    Array.from({ length: times }, () => ({
      values: { sex, race: "a", dept: "x", month: "2026-01" },
      label: k < 2 ? "1" : "0",
      decision: k % 2 === 0 ? "1" : "0",
    })),
  );
const answerOf = (reference: AequitasReference, more: Parameters<typeof rows>[] = []) =>
  aequitasAnswer(
    cubeOf({ ...classes, scores: "none" }, [
      ...rows("f", 2, 2, 1, 4),
      ...rows("m", 4, 2, 0, 8),
      ...more.flatMap((group) => rows(...group)),
    ]),
    { attributes: ["sex"], rule, reference },
  );

test("x over nothing is 10, nothing over nothing is not known", () => {
  const { byGroup } = answerOf({ kind: "major" }, [["x", 0, 1, 0, 0]]);
  expect(byGroup.map(({ metrics }) => metrics.fpr_disparity)).toEqual([10, null, null]);
  expect(byGroup.map(({ metrics }) => metrics["FPR Parity"])).toEqual([false, null, null]);
  expect(byGroup.map(({ metrics }) => metrics["Equalized Odds"])).toEqual([false, false, false]);
});

test("a group of unknown value counts in k alone", () => {
  const { overall, byGroup, notes } = answerOf({ kind: "major" }, [[null, 3, 0, 0, 1]]);
  expect(overall).toEqual({ k: 10, total_entities: 27 });
  expect(byGroup.map(({ metrics }) => metrics.ppr)).toEqual([0.3, 0.4]);
  expect(notes).toEqual(["rows without a value of sex, in k and total_entities only: 4"]);
});

test("the smallest of each metric, or the named one, as reference", () => {
  const least = answerOf({ kind: "min-metric" }).byGroup[0]!.metrics;
  expect([least.fpr_ref_group_value, least.tpr_ref_group_value, least.tpr_disparity]).toEqual(["m", "f", 1]);
  const named = answerOf({ kind: "predefined", groups: { sex: "f" } }).byGroup[1]!.metrics;
  expect(named.fpr_disparity).toBe(0);
  expect(() => answerOf({ kind: "predefined", groups: { sex: "y" } })).toThrow(
    "reference group of sex not found: y; there are f, m",
  );
});

test("where nothing can be compared nothing is said of all together", () => {
  const none = aequitasAnswer(cubeOf({ ...classes, scores: "none" }, rows("f", 0, 0, 0, 0)), {
    attributes: ["sex"],
    rule,
  });
  expect(none.aggregates["Overall Fairness"]).toBeNull();
});

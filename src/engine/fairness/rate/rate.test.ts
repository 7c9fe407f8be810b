import { expect, test } from "vitest";
import { tableOf } from "../../../../test/oracle/fairness/arbitrary-decisions.ts";
import { OUTCOMES } from "./outcome-table.ts";
import { RATE_NAMES, rateCounts, rateMeasured, rateOf } from "./rate.ts";

const table = tableOf({ a: [30, 10, 5, 55], none: [0, 0, 0, 0], negatives: [0, 0, 0, 7] });

test("every rate of a table counted by hand", () => {
  expect(Object.fromEntries(RATE_NAMES.map((name) => [name, rateOf(table.weight, 0, name)]))).toEqual({
    selectionRate: 35 / 100,
    baseRate: 40 / 100,
    accuracy: 85 / 100,
    errorRate: 15 / 100,
    truePositiveRate: 30 / 40,
    falseNegativeRate: 10 / 40,
    falsePositiveRate: 5 / 60,
    trueNegativeRate: 55 / 60,
    positivePredictiveValue: 30 / 35,
    falseDiscoveryRate: 5 / 35,
    negativePredictiveValue: 55 / 65,
    falseOmissionRate: 10 / 65,
    falsePositiveShare: 5 / 100,
    falseNegativeShare: 10 / 100,
  });
});

test("a rate without a denominator is no number, and says why", () => {
  expect(rateMeasured(table, 1, "accuracy", 1.96)).toEqual({ estimate: null, reason: "empty" });
  expect(rateMeasured(table, 2, "truePositiveRate", 1.96)).toEqual({ estimate: null, reason: "no-positives" });
  expect(rateMeasured(table, 2, "falseDiscoveryRate", 1.96)).toEqual({
    estimate: null,
    reason: "no-predicted-positives",
  });
  const undecided = {
    ...table,
    n: Float64Array.of(0, 0, 9),
    weight: Float64Array.of(0, 0, 9),
    weightSquares: Float64Array.of(0, 0, 9),
  };
  expect(rateMeasured(undecided, 0, "selectionRate", 1.96)).toEqual({ estimate: null, reason: "no-decisions" });
  const unlabelled = Float64Array.of(0, 0, 0, 0, 0, 0, 4, 5, 0);
  const other = { ...table, n: unlabelled, weight: unlabelled, weightSquares: unlabelled };
  expect(rateMeasured(other, 0, "accuracy", 1.96)).toEqual({ estimate: null, reason: "no-labels" });
  expect(rateMeasured(other, 0, "selectionRate", 1.96).estimate).toBeCloseTo(4 / 9, 12);
});

test("doubling every row keeps the rate and narrows the interval; doubling every weight changes nothing", () => {
  const measured = rateMeasured(table, 0, "accuracy", 1.96);
  const twice = Float64Array.from(table.n, (n) => 2 * n);
  const rows = rateMeasured({ ...table, n: twice, weight: twice, weightSquares: twice }, 0, "accuracy", 1.96);
  const squares = Float64Array.from(table.n, (n) => 4 * n);
  const weights = rateMeasured(
    { ...table, weight: twice, weightSquares: squares, weights: "given" },
    0,
    "accuracy",
    1.96,
  );
  if (measured.estimate === null || rows.estimate === null) throw new Error("undefined");
  expect(rows.estimate).toBe(measured.estimate);
  expect(rows.high - rows.low).toBeLessThan((measured.high - measured.low) * 0.75);
  expect(weights).toEqual({ ...measured, method: "wilson-effective-n" });
});

test("counts behind a rate of all, and the exact interval on demand", () => {
  expect(rateCounts(table, 3, "falsePositiveRate")).toEqual({ successes: 5, n: 67, rate: 5 / 67, effectiveN: 67 });
  expect(rateMeasured(table, 0, "accuracy", 1.96, "clopper-pearson")).toMatchObject({ method: "clopper-pearson" });
  expect(table.n.length).toBe(4 * OUTCOMES);
});

import { expect, test } from "vitest";
import { tableOf } from "../../../../test/oracle/fairness/arbitrary-decisions.ts";
import { drawMultinomial } from "../../stats/draw-multinomial.ts";
import { startStream, streamKey } from "../../stats/stream-key.ts";
import { COMPOSITE_METRICS, countMetricMeasured, countMetricOf, isRateMetric } from "./count-metric.ts";
import { OUTCOMES } from "./outcome-table.ts";

test("composites of a table counted by hand", () => {
  const { weight } = tableOf({ a: [30, 10, 5, 55] });
  expect(countMetricOf(weight, 0, "balancedAccuracy")).toBeCloseTo((30 / 40 + 55 / 60) / 2, 12);
  expect(countMetricOf(weight, 0, "averageOdds")).toBeCloseTo((30 / 40 + 5 / 60) / 2, 12);
  expect(countMetricOf(weight, 0, "f1")).toBeCloseTo(60 / 75, 12);
  expect(countMetricOf(weight, 0, "treatmentEquality")).toBeCloseTo(2, 12);
});

test("undefined where a part is", () => {
  const table = tableOf({ a: [0, 0, 3, 4], b: [1, 1, 0, 4], c: [0, 0, 0, 4] });
  expect(countMetricMeasured(table, 0, "balancedAccuracy", 1)).toEqual({ estimate: null, reason: "no-positives" });
  expect(countMetricMeasured(table, 1, "treatmentEquality", 1)).toEqual({
    estimate: null,
    reason: "no-false-positives",
  });
  expect(countMetricMeasured(table, 2, "f1", 1)).toEqual({ estimate: null, reason: "no-positives" });
  expect(countMetricOf(table.weight, OUTCOMES, "treatmentEquality")).toBeNaN();
  expect([isRateMetric("f1"), isRateMetric("accuracy")]).toEqual([false, true]);
});

test.each(COMPOSITE_METRICS)("the interval of %s covers its true value in 93 to 97.5 % of samples", (name) => {
  const truth = Float64Array.of(120, 40, 0, 60, 180, 0, 0, 0, 0);
  const stream = new Int32Array(4);
  startStream(stream, streamKey(20261121, name), 0, 0);
  const value = countMetricOf(truth, 0, name);
  const counts = new Float64Array(18);
  let covered = 0;
  const trials = 2000;
  for (let trial = 0; trial < trials; trial++) {
    drawMultinomial(stream, truth, 90, counts, 0, 9);
    const table = { ...tableOf({ a: [0, 0, 0, 0] }), n: counts, weight: counts, weightSquares: counts };
    const measured = countMetricMeasured(table, 0, name, 1.959964);
    if (measured.estimate !== null && measured.low <= value && value <= measured.high) covered++;
  }
  expect(covered / trials).toBeGreaterThan(0.93);
  expect(covered / trials).toBeLessThan(0.975);
});

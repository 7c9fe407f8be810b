import { expect, test } from "vitest";
import { tableOf } from "../../../../test/oracle/fairness/arbitrary-decisions.ts";
import { drawBinomial } from "../../stats/draw-binomial.ts";
import { rangeCriticalValue } from "../../stats/range-critical-value.ts";
import { startStream, streamKey } from "../../stats/stream-key.ts";
import { OUTCOMES } from "../rate/outcome-table.ts";
import { rateOf } from "../rate/rate.ts";
import { simultaneousIntervals } from "./simultaneous-intervals.ts";

const rate = (g: number) => (weight: Float64Array) => rateOf(weight, g * OUTCOMES, "selectionRate");
const pairs = [
  [0, 1],
  [0, 2],
  [1, 2],
].map(
  ([i, j]) =>
    (weight: Float64Array) =>
      rate(i!)(weight) - rate(j!)(weight),
);

test("for all pairs of equal groups the critical value is Tukey's", () => {
  const table = tableOf({ a: [0, 0, 200, 300], b: [0, 0, 200, 300], c: [0, 0, 200, 300] });
  const { critical } = simultaneousIntervals(table, pairs, { level: 0.95, replicates: 6000, seed: 1 });
  expect(Math.abs(critical / rangeCriticalValue(3, 0.95) - 1)).toBeLessThan(0.02);
});

test("under equal rates at unequal sizes some interval misses in 3 to 8 % of samples", () => {
  const stream = new Int32Array(4);
  startStream(stream, streamKey(20261121, "max-t"), 0, 0);
  const sizes = [400, 60, 120];
  const trials = 300;
  let missed = 0;
  let rejected = 0;
  for (let trial = 0; trial < trials; trial++) {
    const groups = sizes.map((n, g): [string, [number, number, number, number]] => {
      const x = drawBinomial(stream, n, 0.35);
      return [String(g), [0, 0, x, n - x]];
    });
    const { intervals, pValues } = simultaneousIntervals(tableOf(Object.fromEntries(groups)), pairs, {
      level: 0.95,
      replicates: 400,
      seed: trial,
    });
    if (intervals.some((interval) => interval !== null && (interval[0] > 0 || interval[1] < 0))) missed++;
    if (Math.min(...pValues.map((p) => p ?? 1)) <= 0.05) rejected++;
  }
  expect(missed / trials).toBeGreaterThan(0.02);
  expect(missed / trials).toBeLessThan(0.09);
  expect(Math.abs(rejected - missed)).toBeLessThanOrEqual(4);
});

test("a statistic without a value has no interval and does not disturb the others", () => {
  const table = tableOf({ a: [0, 0, 20, 30], b: [0, 0, 0, 0], c: [0, 0, 25, 30] });
  const { intervals, pValues } = simultaneousIntervals(table, pairs, { level: 0.95, replicates: 200, seed: 1 });
  expect(intervals.map((interval) => interval === null)).toEqual([true, false, true]);
  expect([pValues[0], pValues[2]]).toEqual([null, null]);
});

import { expect, test } from "vitest";
import { drawNormal } from "../stats/draw-normal.ts";
import { streamKey } from "../stats/stream-key.ts";
import { averageRunLength, type DriftChart } from "./average-run-length.ts";
import { driftChart } from "./drift-chart.ts";

const ewma: DriftChart = { chart: "ewma", lambda: 0.25, width: 3 };
const cusum: DriftChart = { chart: "cusum", allowance: 0.5, interval: 2 };
const run = (values: readonly number[], by: DriftChart) => driftChart(values, { target: 10, sigma: 2, by });

test("an EWMA by hand", () => {
  expect(run([14, 10, 6], ewma).map(({ statistic }) => statistic)).toEqual([0.5, 0.375, -0.21875]);
  // Its limit is 3·√(0.25 ÷ 1.75) = 1.134.
  expect(run([20, 10], ewma).map(({ signal }) => signal)).toEqual(["up", null]);
  expect(run([0], ewma)).toEqual([{ statistic: -1.25, signal: "down" }]);
});

test("a CUSUM by hand: reaching the interval signals, and the sum starts anew", () => {
  expect(run([14, 12, 13, 10], cusum)).toEqual([
    { statistic: 1.5, signal: null },
    { statistic: 2, signal: "up" },
    { statistic: 1, signal: null },
    { statistic: 0.5, signal: null },
  ]);
  expect(run([4], cusum)).toEqual([{ statistic: -2.5, signal: "down" }]);
  expect(run([], cusum)).toEqual([]);
});

test.each<[DriftChart, number]>([
  [{ chart: "ewma", lambda: 0.2, width: 2.7 }, 0],
  [{ chart: "ewma", lambda: 0.2, width: 2.7 }, 1],
  [{ chart: "cusum", allowance: 0.5, interval: 4 }, 0],
  [{ chart: "cusum", allowance: 0.5, interval: 4 }, 1],
])("%j at a shift of %d signals as seldom as it is said to", (by, shift) => {
  const stream = streamKey(5, JSON.stringify([by, shift]));
  const lengths: number[] = [];
  const most = 2500;
  while (lengths.length < 1500) {
    const values = Array.from({ length: most }, () => drawNormal(stream) + shift);
    const signals = driftChart(values, { target: 0, sigma: 1, by });
    // The run length said is of one side of a CUSUM; what a run is cut off from is 0.1 % of runs at most.
    const at = signals.findIndex(({ signal }) => (by.chart === "ewma" ? signal !== null : signal === "up"));
    lengths.push(at < 0 ? most : at + 1);
  }
  const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
  const spread = Math.sqrt(lengths.reduce((sum, length) => sum + (length - mean) ** 2, 0)) / lengths.length;
  expect(Math.abs(mean - averageRunLength(by, shift))).toBeLessThan(4 * spread);
});

test("without a spread, or with a value that is none, nothing can be charted", () => {
  expect(() => driftChart([1], { target: 0, sigma: 0, by: cusum })).toThrow("sigma is 0");
  expect(() => run([Number.NaN], cusum)).toThrow("value is NaN");
});

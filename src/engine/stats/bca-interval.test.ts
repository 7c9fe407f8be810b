import { expect, test } from "vitest";
import { bcaAcceleration, bcaInterval } from "./bca-interval.ts";
import { drawUniform } from "./draw-uniform.ts";
import { sampleQuantile } from "./sample-quantile.ts";
import { startStream, streamKey } from "./stream-key.ts";

test("without bias and acceleration it is the percentile interval", () => {
  const sorted = Array.from({ length: 1001 }, (_, k) => k * k);
  const [low, high] = bcaInterval(sorted, 500 * 500, 0);
  expect(low).toBeCloseTo(sampleQuantile(sorted, 0.025), 6);
  expect(high).toBeCloseTo(sampleQuantile(sorted, 0.975), 6);
});

test("replicates that are all the estimate leave nothing around it", () => {
  expect(bcaInterval([3, 3, 3], 3, 0)).toEqual([3, 3]);
});

test("a skewed statistic has a positive acceleration, one sixth of the skewness of the mean", () => {
  const values = [0, 0, 0, 0, 10];
  const without = values.map((value) => (10 - value) / 4);
  const mean = 2;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const cubes = values.reduce((sum, value) => sum + (value - mean) ** 3, 0);
  expect(bcaAcceleration(without, [1, 1, 1, 1, 1])).toBeCloseTo(cubes / (6 * squares ** 1.5), 12);
  // Cells with counts are rows counted together.
  expect(bcaAcceleration([without[0]!, without[4]!], [4, 1])).toBeCloseTo(
    bcaAcceleration(without, [1, 1, 1, 1, 1]),
    12,
  );
});

test("it covers the variance of 30 exponential waits better than the percentile interval does", () => {
  const stream = new Int32Array(4);
  let [bca, percentile] = [0, 0];
  const trials = 200;
  for (let trial = 0; trial < trials; trial++) {
    startStream(stream, streamKey(20261121, "bca"), trial, 0);
    const rows = Array.from({ length: 30 }, () => -Math.log(drawUniform(stream)));
    const variance = (xs: readonly number[]) => {
      const mean = xs.reduce((a, b) => a + b) / xs.length;
      return xs.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (xs.length - 1);
    };
    const replicates = Array.from({ length: 400 }, () =>
      variance(rows.map(() => rows[Math.floor(drawUniform(stream) * 30)]!)),
    ).sort((a, b) => a - b);
    const without = rows.map((_, k) => variance(rows.toSpliced(k, 1)));
    const acceleration = bcaAcceleration(
      without,
      rows.map(() => 1),
    );
    const [low, high] = bcaInterval(replicates, variance(rows), acceleration, 0.9);
    if (low <= 1 && 1 <= high) bca++;
    if (sampleQuantile(replicates, 0.05) <= 1 && 1 <= sampleQuantile(replicates, 0.95)) percentile++;
  }
  expect(bca).toBeGreaterThan(percentile);
  expect(bca / trials).toBeGreaterThan(0.68);
});

import { expect, test } from "vitest";
import { eachDraw, exceeds, expectAverage, expectLaw, momentsAre } from "../../../test/harness/draw-law.ts";
import { drawGamma, drawLnGamma } from "./draw-gamma.ts";
import { incompleteGamma } from "./incomplete-gamma.ts";
import { startStream, streamKey } from "./stream-key.ts";

test.each([0.05, 0.6, 1, 3.5, 200])(
  "mean, variance, tails and distribution of gamma draws of shape %s over 40 replications",
  (shape) => {
    const cdf = (x: number) => incompleteGamma(shape, x);
    const high = shape + 2 * Math.sqrt(shape);
    const low = Math.max(shape / 10, shape - 2 * Math.sqrt(shape));
    expectLaw({
      name: `gamma ${shape}`,
      fill: eachDraw((stream) => drawGamma(stream, shape)),
      expectations: [...momentsAre(shape, shape), exceeds(high, 1 - cdf(high)), exceeds(low, 1 - cdf(low))],
      cdf,
    });
  },
);

test("where draws underflow to 0 their logarithms still have their mean and variance", () => {
  const shape = 0.001;
  // Digamma and trigamma of 0.001, by mpmath.
  const mean = -1000.5755719318103;
  const variance = 1000001.642533196;
  const samples = Array.from({ length: 40 }, (_, i) => {
    const stream = new Int32Array(4);
    startStream(stream, streamKey(1, "ln gamma"), i, 0);
    return Array.from({ length: 2500 }, () => drawLnGamma(stream, shape));
  });
  const average = (values: number[]) => values.reduce((sum, x) => sum + x, 0) / values.length;
  expectAverage(samples.map(average), mean);
  expectAverage(
    samples.map((sample) => average(sample.map((x) => (x - mean) ** 2))),
    variance,
  );
  const stream = Int32Array.of(1, 2, 3, 4);
  const draws = Array.from({ length: 1000 }, () => drawGamma(stream, shape));
  expect(draws.every((x) => x >= 0)).toBe(true);
  expect(draws.some((x) => x === 0)).toBe(true);
});

test.each([0.05, 0.999, 1, 3.5, 1e6])("the logarithm is that of the same stream's draw, at shape %s", (shape) => {
  const one = Int32Array.of(1, 2, 3, 4);
  const other = Int32Array.of(1, 2, 3, 4);
  for (let i = 0; i < 1000; i++) {
    const difference = drawLnGamma(one, shape) - Math.log(drawGamma(other, shape));
    expect(Math.abs(difference)).toBeLessThan(1e-12);
  }
  expect(one).toEqual(other);
});

test("a shape of 1e14 spreads by a ten-millionth", () => {
  const stream = Int32Array.of(1, 2, 3, 4);
  const shape = 1e14;
  const distances = Array.from({ length: 1000 }, () => (drawGamma(stream, shape) - shape) / Math.sqrt(shape));
  expect(Math.max(...distances.map(Math.abs))).toBeLessThan(5);
  const squares = distances.reduce((sum, z) => sum + z * z, 0) / distances.length;
  expect(Math.abs(squares - 1)).toBeLessThan(4 * Math.sqrt(2 / 1000));
});

test.each([
  [0.6, [0.04997469725231987, 1.271241929742854, 1.1856736092241973, 0.5442383887046718]],
  [3.5, [3.0648533550025943, 3.945750610976526, 1.9444877061721186, 2.5545092641190026]],
])("the draws of a seed stay the same bits, at shape %s", (shape, bits) => {
  const stream = new Int32Array(4);
  startStream(stream, streamKey(1, "bits"), 0, 0);
  expect(bits.map(() => drawGamma(stream, shape))).toEqual(bits);
});

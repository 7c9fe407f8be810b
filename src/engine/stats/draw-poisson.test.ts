import { expect, test } from "vitest";
import { eachDraw, exceeds, expectLaw, momentsAre } from "../../../test/harness/draw-law.ts";
import { drawPoisson } from "./draw-poisson.ts";
import { incompleteGamma } from "./incomplete-gamma.ts";
import { startStream, streamKey } from "./stream-key.ts";

test.each([0.002, 0.7, 9.99, 10.01, 35, 5000, 1e7])(
  "mean, variance and tails of Poisson draws of mean %s over 40 replications",
  (mean) => {
    const high = Math.ceil(mean + 2 * Math.sqrt(mean));
    const low = Math.max(0, Math.floor(mean - 2 * Math.sqrt(mean)));
    expectLaw({
      name: `Poisson ${mean}`,
      fill: eachDraw((stream) => drawPoisson(stream, mean)),
      // P(N > k) = P(gamma(k + 1) ≤ mean).
      expectations: [
        ...momentsAre(mean, mean),
        exceeds(high, incompleteGamma(high + 1, mean)),
        exceeds(low, incompleteGamma(low + 1, mean)),
      ],
    });
  },
);

test.each([3, 12, 60])("counts of mean %s fit their probabilities cell by cell", (mean) => {
  const n = 400_000;
  const stream = new Int32Array(4);
  startStream(stream, streamKey(5, `cells ${mean}`), 0, 0);
  const counts = new Map<number, number>();
  for (let i = 0; i < n; i++) {
    const k = drawPoisson(stream, mean);
    counts.set(k, (counts.get(k) ?? 0) + 1);
  }
  let chiSquare = 0;
  let cells = 0;
  let probability = Math.exp(-mean);
  for (let k = 0; k < 4 * mean + 10; k++, probability *= mean / k) {
    const expected = n * probability;
    if (expected < 20) continue;
    chiSquare += ((counts.get(k) ?? 0) - expected) ** 2 / expected;
    cells++;
  }
  expect(chiSquare).toBeLessThan(cells + 3.5 * Math.sqrt(2 * cells));
  expect(chiSquare).toBeGreaterThan(cells - 3.5 * Math.sqrt(2 * cells));
});

test("a mean of 0 gives no event and takes nothing from the stream; the smallest mean gives none either", () => {
  const stream = Int32Array.of(1, 2, 3, 4);
  expect(drawPoisson(stream, 0)).toBe(0);
  expect(stream).toEqual(Int32Array.of(1, 2, 3, 4));
  expect(drawPoisson(stream, Number.MIN_VALUE)).toBe(0);
});

test("from one uniform a larger mean never draws fewer events, up to the change of method at 10", () => {
  for (let seed = 0; seed < 200; seed++) {
    let before = 0;
    for (const mean of [0.01, 0.5, 2, 4, 9.9]) {
      const stream = new Int32Array(4);
      startStream(stream, streamKey(seed, "rising"), 0, 0);
      const count = drawPoisson(stream, mean);
      expect(count).toBeGreaterThanOrEqual(before);
      before = count;
    }
  }
});

test("means up to 1e15 give whole numbers about them", () => {
  const stream = Int32Array.of(1, 2, 3, 4);
  for (const mean of [1e10, 1e12, 1e15]) {
    const draws = Array.from({ length: 500 }, () => drawPoisson(stream, mean));
    expect(draws.every(Number.isSafeInteger)).toBe(true);
    const distances = draws.map((k) => (k - mean) / Math.sqrt(mean));
    expect(Math.max(...distances.map(Math.abs))).toBeLessThan(5);
  }
});

test.each([
  [3, [4, 5, 1, 1]],
  [60, [64, 45, 54, 72]],
  [1e6, [1000486, 998039, 999275, 1001501]],
])("the counts of a seed stay the same, at a mean of %s", (mean, counts) => {
  const stream = new Int32Array(4);
  startStream(stream, streamKey(1, "bits"), 0, 0);
  expect(counts.map(() => drawPoisson(stream, mean))).toEqual(counts);
});

test.each([-1, Number.NaN, Number.POSITIVE_INFINITY])("a mean of %s is refused", (mean) => {
  expect(() => drawPoisson(Int32Array.of(1, 2, 3, 4), mean)).toThrow(
    new RangeError(`mean number of events not finite and positive: ${mean}; give a smaller frequency`),
  );
});

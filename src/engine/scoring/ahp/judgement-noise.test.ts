import { expect, test } from "vitest";
import { comparisonMatrix } from "./comparison-matrix.ts";
import { judgementNoise } from "./judgement-noise.ts";

test("two alike items come first equally often; without spread the order is sure", () => {
  const alike = comparisonMatrix(["a", "b"], [{ left: "a", right: "b", ratio: 1 }]);
  const [[first]] = judgementNoise(alike, { spread: 0.3, draws: 4000, seed: 3 }) as [[number]];
  expect(Math.abs(first - 0.5)).toBeLessThan(4 * Math.sqrt(0.25 / 4000));
  const apart = comparisonMatrix(["a", "b"], [{ left: "a", right: "b", ratio: 1.01 }]);
  expect(judgementNoise(apart, { spread: 0, draws: 10, seed: 3 })).toEqual([
    [1, 0],
    [0, 1],
  ]);
});

test("one pair: the share of first places is the normal probability of its logarithm", () => {
  const pair = comparisonMatrix(["a", "b"], [{ left: "a", right: "b", ratio: Math.exp(0.25) }]);
  const [[first]] = judgementNoise(pair, { spread: 0.25, draws: 10_000, seed: 9 }) as [[number]];
  expect(Math.abs(first - 0.841345)).toBeLessThan(4 * Math.sqrt((0.841 * 0.159) / 10_000));
});

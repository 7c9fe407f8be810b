import { describe, expect, test } from "vitest";
import { atoms } from "./atoms.ts";
import { capped } from "./capped.ts";
import { complement } from "./complement.ts";
import { discretize } from "./discretize.ts";
import type { Distribution, WeightedValues } from "./distribution.ts";
import { gamma } from "./gamma.ts";
import { lognormal } from "./lognormal.ts";
import { mixture } from "./mixture.ts";
import { multiplyMeasures } from "./multiply-measures.ts";
import { product } from "./product.ts";
import { scaled } from "./scaled.ts";
import { scaledBeta } from "./scaled-beta.ts";

const expectation = ({ values, weights }: WeightedValues, of: (value: number) => number) =>
  values.reduce((sum, value, k) => sum + weights[k]! * of(value), 0);

const SMOOTH: [string, Distribution][] = [
  ["lognormal", lognormal({ mu: -0.5, sigma: 0.7 })],
  ["gamma", gamma({ shape: 3, rate: 2 })],
  ["beta", scaledBeta({ alpha: 2, beta: 3.5, min: 0, max: 1 })],
  ["needle", scaledBeta({ alpha: 40, beta: 3960, min: 0, max: 1 })],
  ["uniform", scaledBeta({ alpha: 1, beta: 1, min: 2, max: 5 })],
  ["capped lognormal", capped(lognormal({ mu: -1, sigma: 0.8 }), 1)],
  ["complement of a capped gamma", complement(capped(gamma({ shape: 2, rate: 4 }), 1))],
  ["product", product([lognormal({ mu: 0, sigma: 0.5 }), scaledBeta({ alpha: 2, beta: 2, min: 0, max: 1 })])],
];

describe("a rule of a distribution", () => {
  test.each(SMOOTH)("%s: weights sum to 1, mean kept, variance to fourth order", (_, distribution) => {
    const rule = discretize(distribution, 64);
    expect(Math.abs(expectation(rule, () => 1) - 1)).toBeLessThan(1e-12);
    expect(Math.abs(expectation(rule, (x) => x) / distribution.mean - 1)).toBeLessThan(1e-9);
    const variance = expectation(rule, (x) => (x - distribution.mean) ** 2);
    expect(Math.abs(variance / distribution.variance - 1)).toBeLessThan(2e-4);
  });

  test("of a bounded support never leaves it, though its distribution function misses 1 by rounding", () => {
    const beta = scaledBeta({ alpha: 2, beta: 3, min: 0, max: 1 });
    const rounded: Distribution = {
      ...beta,
      cdf: (x) => beta.cdf(x) * (1 - 2e-16),
      limitedExpectation: (k) => beta.limitedExpectation(k) - 1e-11,
    };
    expect(Math.max(...discretize(rounded, 32).values)).toBeLessThanOrEqual(1);
  });

  test("gives the transform of a gamma distribution", () => {
    const rule = discretize(gamma({ shape: 2, rate: 1 }), 64);
    for (const t of [0.1, 1, 4])
      expect(Math.abs(expectation(rule, (x) => Math.exp(-t * x)) - (1 + t) ** -2)).toBeLessThan(3e-6);
  });
});

describe("the product of two measures", () => {
  const a = discretize(lognormal({ mu: 0, sigma: 0.4 }), 64);
  const b = discretize(lognormal({ mu: 1, sigma: 0.3 }), 64);
  const both = multiplyMeasures(a, b);

  test("is much smaller than all pairs and keeps mass, mean, variance and third moment", () => {
    expect(both.values.length).toBeLessThan(0.1 * a.values.length * b.values.length);
    for (const power of [0, 1, 2, 3]) {
      const kept = expectation(a, (x) => x ** power) * expectation(b, (x) => x ** power);
      expect(Math.abs(expectation(both, (x) => x ** power) / kept - 1)).toBeLessThan(1e-10);
    }
  });

  test("keeps an atom at zero", () => {
    const zero = multiplyMeasures({ values: [0, 1], weights: [0.25, 0.75] }, { ...a });
    expect(zero.values[0]).toBe(0);
    expect(zero.weights[0]).toBeCloseTo(0.25, 12);
  });
});

test("scaling keeps everything that is known of a distribution", () => {
  const distribution = lognormal({ mu: 1, sigma: 0.6 });
  const tenfold = scaled(distribution, 10);
  expect(tenfold.mean).toBeCloseTo(10 * distribution.mean, 10);
  expect(tenfold.cdf(50)).toBe(distribution.cdf(5));
  expect(tenfold.density!(50)).toBeCloseTo(distribution.density!(5) / 10, 14);
  expect(tenfold.form).toEqual({ family: "lognormal", mu: 1 + Math.log(10), sigma: 0.6 });
});

test("the complement of a distribution with an atom at 1 has it at 0", () => {
  const left = complement(capped(lognormal({ mu: 0, sigma: 1 }), 1));
  expect(left.cdf(0)).toBeCloseTo(0.5, 12);
  expect(left.cdf(-1e-9)).toBe(0);
  expect(complement(atoms([1, 0.25])).atoms).toEqual({ values: [0, 0.75], weights: [0.5, 0.5] });
});

test("a mixture of atoms merges ties", () => {
  expect(mixture(atoms([1, 2]), atoms([2]), 0.5).atoms).toEqual({ values: [1, 2], weights: [0.25, 0.75] });
});

import { expect, test } from "vitest";
import { atoms, weightedAtoms } from "./atoms.ts";
import { maximum } from "./maximum.ts";
import { scaledBeta } from "./scaled-beta.ts";

const uniform = (min: number, max: number) => scaledBeta({ alpha: 1, beta: 1, min, max });

test("the largest of n uniforms is Beta(n, 1)", () => {
  const largest = maximum([uniform(0, 1), uniform(0, 1), uniform(0, 1)]);
  const beta = scaledBeta({ alpha: 3, beta: 1, min: 0, max: 1 });
  expect(Math.abs(largest.mean - beta.mean)).toBeLessThan(1e-10);
  expect(Math.abs(largest.variance - beta.variance)).toBeLessThan(1e-10);
  for (const p of [0, 0.01, 0.5, 0.99, 1]) expect(Math.abs(largest.quantile(p) - beta.quantile(p))).toBeLessThan(1e-9);
  for (const k of [0, 0.2, 0.7, 1, 3]) {
    expect(Math.abs(largest.limitedExpectation(k) - beta.limitedExpectation(k))).toBeLessThan(1e-10);
  }
});

test("values stay values, with the product of the levels that they reach", () => {
  const largest = maximum([weightedAtoms({ values: [0.1, 0.6], weights: [0.25, 0.75] }), atoms([0.1, 0.4])]);
  expect(largest.atoms).toEqual({ values: [0.1, 0.4, 0.6], weights: [0.125, 0.125, 0.75] });
  expect(maximum([atoms([0.2]), atoms([0.5])]).support).toEqual([0.5, 0.5]);
});

test("a certain value under a uniform is what the uniform does not pass", () => {
  const largest = maximum([uniform(0, 1), atoms([0.5])]);
  expect(largest.support).toEqual([0.5, 1]);
  expect(largest.cdf(0.5)).toBeCloseTo(0.5, 14);
  expect(largest.mean).toBeCloseTo(0.625, 10);
  expect(largest.variance).toBeCloseTo(0.5 * 0.25 + 7 / 24 - 0.625 ** 2, 10);
  expect([0.3, 0.5].map((k) => largest.limitedExpectation(k))).toEqual([0.3, 0.5]);
});

test("one is itself; none, and one without an upper bound, are refused", () => {
  const one = uniform(0, 1);
  expect(maximum([one])).toBe(one);
  expect(() => maximum([])).toThrow("maximum of no quantity; give one at least");
  expect(() => maximum([one, { ...one, support: [0, Infinity] }])).toThrow("without an upper bound; cap it first");
});

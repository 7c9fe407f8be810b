import { expect, test } from "vitest";
import { lognormal } from "./lognormal.ts";

test("the reciprocal law: 1/X of lognormal(mu) is lognormal(−mu)", () => {
  const distribution = lognormal({ mu: 0.7, sigma: 1.1 });
  const inverse = lognormal({ mu: -0.7, sigma: 1.1 });
  for (const x of [0.05, 1, 30]) expect(distribution.cdf(x) + inverse.cdf(1 / x)).toBeCloseTo(1, 14);
  for (const p of [0.01, 0.6]) expect(distribution.quantile(p) * inverse.quantile(1 - p)).toBeCloseTo(1, 12);
});

test("limited expectation rises to the mean, its slope is the probability of more", () => {
  const distribution = lognormal({ mu: 2, sigma: 0.5 });
  for (const k of [3, 8, 20]) {
    const slope = (distribution.limitedExpectation(k + 1e-4) - distribution.limitedExpectation(k - 1e-4)) / 2e-4;
    expect(slope).toBeCloseTo(1 - distribution.cdf(k), 9);
  }
  expect(distribution.limitedExpectation(Infinity)).toBeCloseTo(distribution.mean, 12);
  expect(distribution.secondMomentBelow!(1e9)).toBeCloseTo(distribution.variance + distribution.mean ** 2, 9);
});

test("ends of the range", () => {
  const distribution = lognormal({ mu: 0, sigma: 1 });
  expect([distribution.cdf(0), distribution.cdf(-1), distribution.density!(0)]).toEqual([0, 0, 0]);
  expect([distribution.quantile(0), distribution.quantile(1)]).toEqual([0, Infinity]);
});

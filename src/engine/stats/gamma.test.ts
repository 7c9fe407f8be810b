import { expect, test } from "vitest";
import { gamma } from "./gamma.ts";

test("shape 1 is exponential", () => {
  const distribution = gamma({ shape: 1, rate: 0.5 });
  for (const x of [0.1, 1, 6]) {
    expect(distribution.cdf(x)).toBeCloseTo(-Math.expm1(-x / 2), 13);
    expect(distribution.limitedExpectation(x)).toBeCloseTo(-2 * Math.expm1(-x / 2), 12);
    expect(distribution.density!(x)).toBeCloseTo(Math.exp(-x / 2) / 2, 13);
    expect(distribution.secondMomentBelow!(x)).toBeCloseTo(8 - Math.exp(-x / 2) * (x * x + 4 * x + 8), 11);
  }
  expect(distribution.quantile(0.9)).toBeCloseTo(2 * Math.log(10), 12);
});

test("ends of the range", () => {
  const distribution = gamma({ shape: 3, rate: 2 });
  expect([distribution.cdf(-1), distribution.quantile(0), distribution.quantile(1)]).toEqual([0, 0, Infinity]);
  expect(distribution.limitedExpectation(Infinity)).toBe(distribution.mean);
  expect(distribution.limitedExpectation(0)).toBe(0);
});

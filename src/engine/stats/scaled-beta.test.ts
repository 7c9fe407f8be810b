import { expect, test } from "vitest";
import { scaledBeta } from "./scaled-beta.ts";

test("a uniform is a straight line", () => {
  const distribution = scaledBeta({ alpha: 1, beta: 1, min: 2, max: 6 });
  expect([1, 2, 3, 6, 7].map(distribution.cdf)).toEqual([0, 0, 0.25, 1, 1]);
  expect([0, 0.25, 1].map(distribution.quantile)).toEqual([2, 3, 6]);
  expect(distribution.limitedExpectation(4)).toBeCloseTo(0.5 * 3 + 0.5 * 4, 12);
  expect(distribution.density!(3)).toBeCloseTo(0.25, 12);
});

test("stretching moves everything with it", () => {
  const plain = scaledBeta({ alpha: 2, beta: 3.5, min: 0, max: 1 });
  const wide = scaledBeta({ alpha: 2, beta: 3.5, min: -10, max: 30 });
  for (const u of [0.1, 0.5, 0.9]) {
    expect(wide.cdf(-10 + 40 * u)).toBeCloseTo(plain.cdf(u), 13);
    expect(wide.limitedExpectation(-10 + 40 * u)).toBeCloseTo(-10 + 40 * plain.limitedExpectation(u), 11);
  }
  expect(wide.limitedExpectation(-20)).toBe(-20);
  expect(wide.limitedExpectation(50)).toBe(wide.mean);
});

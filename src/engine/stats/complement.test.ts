import { expect, test } from "vitest";
import { complement } from "./complement.ts";
import { scaledBeta } from "./scaled-beta.ts";

const distribution = scaledBeta({ alpha: 2, beta: 5, min: 0.1, max: 0.9 });
const mirrored = scaledBeta({ alpha: 5, beta: 2, min: 0.1, max: 0.9 });

test("the complement of a beta is the beta with its parameters exchanged", () => {
  const left = complement(distribution);
  expect(left.mean).toBeCloseTo(mirrored.mean, 14);
  expect(left.variance).toBe(mirrored.variance);
  for (const x of [0.1, 0.25, 0.5, 0.8, 0.95]) {
    expect(left.cdf(x)).toBeCloseTo(mirrored.cdf(x), 12);
    expect(left.limitedExpectation(x)).toBeCloseTo(mirrored.limitedExpectation(x), 12);
    expect(left.density!(x)).toBeCloseTo(mirrored.density!(x), 10);
  }
  expect(left.quantile(0.3)).toBeCloseTo(mirrored.quantile(0.3), 12);
});

test("twice the complement is the distribution", () => {
  const twice = complement(complement(distribution));
  for (const x of [0.2, 0.4, 0.7]) expect(twice.cdf(x)).toBeCloseTo(distribution.cdf(x), 12);
});

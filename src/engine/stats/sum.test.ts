import { expect, test } from "vitest";
import { atoms } from "./atoms.ts";
import { gamma } from "./gamma.ts";
import { scaledBeta } from "./scaled-beta.ts";
import { sum } from "./sum.ts";

test("gammas of one rate add their shapes", () => {
  const both = sum(gamma({ shape: 0.8, rate: 2 }), gamma({ shape: 3, rate: 2 }));
  const expected = gamma({ shape: 3.8, rate: 2 });
  expect(both.variance).toBeCloseTo(expected.variance, 12);
  for (const p of [0.05, 0.5, 0.99]) {
    expect(Math.abs(both.cdf(expected.quantile(p)) - p)).toBeLessThan(1e-4);
    const limited = expected.limitedExpectation(expected.quantile(p));
    expect(Math.abs(both.limitedExpectation(expected.quantile(p)) / limited - 1)).toBeLessThan(1e-4);
  }
});

test("two uniforms add to a triangle, and order does not matter", () => {
  const a = scaledBeta({ alpha: 1, beta: 1, min: 0, max: 1 });
  const b = scaledBeta({ alpha: 1, beta: 1, min: 10, max: 11 });
  for (const both of [sum(a, b), sum(b, a)]) {
    expect(both.support).toEqual([10, 12]);
    expect(Math.abs(both.cdf(10.5) - 0.125)).toBeLessThan(1e-4);
    expect(Math.abs(both.quantile(0.5) - 11)).toBeLessThan(1e-3);
  }
});

test("points shift, atoms cross", () => {
  expect(sum(atoms([1, 2]), atoms([10, 20])).atoms!.values).toEqual([11, 12, 21, 22]);
  const shifted = sum(gamma({ shape: 2, rate: 1 }), atoms([5]));
  expect(shifted.cdf(7)).toBeCloseTo(gamma({ shape: 2, rate: 1 }).cdf(2), 14);
});

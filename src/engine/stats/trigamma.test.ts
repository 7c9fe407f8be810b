import { expect, test } from "vitest";
import { digamma } from "./digamma.ts";
import { trigamma } from "./trigamma.ts";

test("where it is known in closed form", () => {
  expect(trigamma(1)).toBeCloseTo(Math.PI ** 2 / 6, 14);
  expect(trigamma(0.5)).toBeCloseTo(Math.PI ** 2 / 2, 14);
});

test("the slope of digamma", () => {
  for (const x of [0.3, 2, 9.2, 9.99, 41, 900]) {
    const h = 1e-4 * x;
    const slope = (digamma(x + h) - digamma(x - h)) / (2 * h);
    expect(slope / trigamma(x)).toBeCloseTo(1, 6);
  }
});

test("not below 0", () => {
  expect([trigamma(0), trigamma(-2)]).toEqual([Number.NaN, Number.NaN]);
});

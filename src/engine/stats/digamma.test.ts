import { expect, test } from "vitest";
import { digamma } from "./digamma.ts";

const EULER = 0.5772156649015329;

test("where it is known in closed form", () => {
  expect(digamma(1)).toBeCloseTo(-EULER, 14);
  expect(digamma(0.5)).toBeCloseTo(-EULER - 2 * Math.LN2, 14);
  expect(digamma(0.25)).toBeCloseTo(-EULER - Math.PI / 2 - 3 * Math.LN2, 13);
  expect(digamma(30)).toBeCloseTo(
    Array.from({ length: 29 }, (_, k) => 1 / (k + 1)).reduce((a, b) => a + b) - EULER,
    13,
  );
});

test("one further on adds 1 ÷ x, across the place where the series begins", () => {
  for (const x of [1e-3, 0.7, 8.6, 9.4, 9.999, 10, 57.3]) expect(digamma(x + 1) - digamma(x)).toBeCloseTo(1 / x, 11);
});

test("not below 0", () => {
  expect([digamma(0), digamma(-1.5)]).toEqual([Number.NaN, Number.NaN]);
});

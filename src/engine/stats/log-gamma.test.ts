import { expect, test } from "vitest";
import { logGamma } from "./log-gamma.ts";

test("factorials, and the half", () => {
  let factorial = 1;
  for (let n = 1; n <= 20; n++) {
    factorial *= n;
    expect(Math.abs(logGamma(n + 1) - Math.log(factorial))).toBeLessThan(1e-13);
  }
  expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 14);
});

test("Legendre's duplication holds across the change of method", () => {
  for (const x of [0.3, 2.2, 5.9, 6.1, 11.9, 12.1, 400]) {
    const doubled = logGamma(x) + logGamma(x + 0.5) + (2 * x - 1) * Math.log(2) - Math.log(Math.PI) / 2;
    expect(Math.abs(doubled - logGamma(2 * x))).toBeLessThan(4e-15 * Math.max(1, Math.abs(logGamma(2 * x))) * 4);
  }
});

test("ends of the range", () => {
  expect(logGamma(0)).toBe(Infinity);
  expect([logGamma(-1), logGamma(Number.NaN)]).toEqual([Number.NaN, Number.NaN]);
});

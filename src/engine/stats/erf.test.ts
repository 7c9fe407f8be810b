import { expect, test } from "vitest";
import { erf, erfc } from "./erf.ts";

test("erf is odd, erf and erfc add up to 1, on both sides of the change of method", () => {
  for (const x of [1e-9, 0.1, 0.499999, 0.5, 0.500001, 1, 3, 7]) {
    expect(erf(-x)).toBe(-erf(x));
    expect(Math.abs(erf(x) + erfc(x) - 1)).toBeLessThan(3e-16);
    expect(Math.abs(erfc(-x) + erfc(x) - 2)).toBeLessThan(5e-16);
  }
});

test("ends of the range", () => {
  expect([erf(Infinity), erf(-Infinity), erfc(Infinity), erfc(-Infinity), erfc(30)]).toEqual([1, -1, 0, 2, 0]);
  expect([erf(Number.NaN), erfc(Number.NaN)]).toEqual([Number.NaN, Number.NaN]);
});

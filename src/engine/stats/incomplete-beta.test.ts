import { expect, test } from "vitest";
import { incompleteBeta, inverseIncompleteBeta, logBeta } from "./incomplete-beta.ts";

test("I(x; a, b) + I(1 − x; b, a) = 1, and exchanging its parameters keeps B", () => {
  for (const [alpha, beta, x] of [
    [0.5, 0.5, 0.2],
    [2, 7, 0.05],
    [30, 10, 0.75],
    [1, 4, 0.9],
  ] as const) {
    const other = incompleteBeta({ alpha: beta, beta: alpha }, 1 - x);
    expect(Math.abs(incompleteBeta({ alpha, beta }, x) + other - 1)).toBeLessThan(1e-13);
    expect(logBeta(alpha, beta)).toBeCloseTo(logBeta(beta, alpha), 13);
  }
});

test("a beta with alpha 1 is 1 − (1 − x)^beta", () => {
  for (const x of [1e-6, 0.2, 0.9]) {
    expect(incompleteBeta({ alpha: 1, beta: 4 }, x)).toBeCloseTo(1 - (1 - x) ** 4, 13);
    expect(inverseIncompleteBeta({ alpha: 1, beta: 4 }, 1 - (1 - x) ** 4)).toBeCloseTo(x, 9);
  }
});

test("ends of the range", () => {
  const shape = { alpha: 2, beta: 3 };
  expect([incompleteBeta(shape, -1), incompleteBeta(shape, 0), incompleteBeta(shape, 1)]).toEqual([0, 0, 1]);
  expect([inverseIncompleteBeta(shape, 0), inverseIncompleteBeta(shape, 1)]).toEqual([0, 1]);
});

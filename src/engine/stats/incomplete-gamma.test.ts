import { expect, test } from "vitest";
import { incompleteGamma, inverseIncompleteGamma } from "./incomplete-gamma.ts";
import { logGamma } from "./log-gamma.ts";

test("P(a + 1, x) = P(a, x) − xᵃe⁻ˣ/Γ(a + 1), series and fraction alike", () => {
  for (const [a, x] of [
    [0.3, 0.1],
    [2, 1],
    [2, 8],
    [50, 40],
    [50, 70],
  ] as const) {
    const step = Math.exp(a * Math.log(x) - x - logGamma(a + 1));
    expect(Math.abs(incompleteGamma(a + 1, x) - incompleteGamma(a, x) + step)).toBeLessThan(1e-13);
  }
});

test("ends of the range", () => {
  expect([incompleteGamma(2, 0), incompleteGamma(2, -1), incompleteGamma(2, Infinity)]).toEqual([0, 0, 1]);
  expect([inverseIncompleteGamma(2, 0), inverseIncompleteGamma(2, 1)]).toEqual([0, Infinity]);
});

import { expect, test } from "vitest";
import { integrateAgainst } from "./integrate-against.ts";
import { scaledBeta } from "./scaled-beta.ts";

test("moments of a beta, its infinite density at 0 included", () => {
  for (const alpha of [0.3, 1, 4]) {
    const beta = scaledBeta({ alpha, beta: 2, min: 0, max: 1 });
    const mean = integrateAgainst(beta.cdf, { of: (x) => x, low: 0, high: 1 });
    const second = integrateAgainst(beta.cdf, { of: (x) => x * x, low: 0, high: 1 });
    expect(Math.abs(mean - beta.mean)).toBeLessThan(1e-9);
    expect(Math.abs(second - beta.variance - beta.mean ** 2)).toBeLessThan(1e-9);
  }
});

test("a jump counts with the value just before it, wherever it lies", () => {
  const jump = (at: number) => (x: number) => 0.5 * x + (x >= at ? 0.5 : 0);
  for (const at of [0.5, 1 / 3, 1]) {
    expect(integrateAgainst(jump(at), { of: (x) => x, low: 0, high: 1 })).toBeCloseTo(0.25 + 0.5 * at, 9);
    const steps = integrateAgainst(jump(at), { of: (x) => (x >= at ? 1 : 0), low: 0, high: 1 });
    expect(steps).toBeCloseTo(0.5 * (1 - at), 9);
  }
});

test("an interval without length has no integral", () => {
  expect(integrateAgainst((x) => x, { of: () => 1, low: 1, high: 1 })).toBe(0);
  expect(integrateAgainst((x) => x, { of: () => 1, low: 2, high: 1 })).toBe(0);
});

import { expect, test } from "vitest";
import { meanEffectiveness } from "./mean-effectiveness.ts";

test.each([
  [0, 0],
  [0.4, 0.4],
  [1, 1],
  [{ min: 0.2, max: 0.6 }, 0.4],
  [{ min: 0.1, mode: 0.2, max: 0.9 }, (0.1 + 4 * 0.2 + 0.9) / 6],
  [{ alpha: 3, beta: 1 }, 0.75],
  [{ samples: [0, 0.5, 1] }, 0.5],
])("of %j is %d", (effectiveness, mean) => {
  expect(meanEffectiveness(effectiveness)).toBeCloseTo(mean, 12);
});

test("a form without an upper bound is capped at 1", () => {
  // Exponential with mean 1: E[min(X, 1)] = 1 − 1/e.
  expect(meanEffectiveness({ shape: 1, rate: 1 })).toBeCloseTo(1 - Math.exp(-1), 10);
  expect(meanEffectiveness({ mu: 10, sigma: 0.1 })).toBe(1);
});

test("an estimate that is no probability is refused", () => {
  expect(() => meanEffectiveness(1.2)).toThrow("effectiveness 1.2 is not an estimate; give a probability from 0 to 1");
});

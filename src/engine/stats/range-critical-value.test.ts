import { expect, test } from "vitest";
import { normalQuantile } from "./normal-quantile.ts";
import { rangeCdf, rangeCriticalValue } from "./range-critical-value.ts";

test("for two it is the normal quantile, for more it grows", () => {
  expect(rangeCriticalValue(2, 0.95)).toBeCloseTo(normalQuantile(0.975), 9);
  expect(rangeCriticalValue(1, 0.9)).toBeCloseTo(normalQuantile(0.95), 9);
  const values = [2, 3, 4, 10, 100].map((k) => rangeCriticalValue(k, 0.95));
  expect(values).toEqual(values.toSorted((a, b) => a - b));
});

test("distribution function at its ends", () => {
  expect(rangeCdf(0, 4)).toBe(0);
  expect(rangeCdf(12, 4)).toBeCloseTo(1, 12);
});

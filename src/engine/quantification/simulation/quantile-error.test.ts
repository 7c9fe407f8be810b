import { expect, test } from "vitest";
import { normalQuantile } from "../../stats/normal-quantile.ts";
import { quantileError } from "./quantile-error.ts";

test.each([0.5, 0.9, 0.99])("is √(p(1 − p)/n) over the density, at level %d of a normal sample", (p) => {
  const n = 100_000;
  const sorted = Float64Array.from({ length: n }, (_, k) => normalQuantile((k + 0.5) / n));
  const z = normalQuantile(p);
  const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
  expect(quantileError(sorted, p) / (Math.sqrt((p * (1 - p)) / n) / density)).toBeCloseTo(1, 2);
});

test("is 0 inside an atom, and stays within the sample at its ends", () => {
  const sorted = Float64Array.from({ length: 1000 }, (_, k) => (k < 900 ? 0 : k));
  expect(quantileError(sorted, 0.5)).toBe(0);
  expect(quantileError(Float64Array.of(7), 0.5)).toBe(0);
  expect(quantileError(sorted, 0.9999)).toBeLessThanOrEqual(100);
});

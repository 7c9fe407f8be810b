import { expect, test } from "vitest";
import { sampleQuantile } from "./sample-quantile.ts";

test("ends, middle, one value, none", () => {
  expect([0, 0.5, 1].map((p) => sampleQuantile([1, 2, 4, 8], p))).toEqual([1, 3, 8]);
  expect(sampleQuantile([7], 0.3)).toBe(7);
  expect(sampleQuantile([], 0.3)).toBeNaN();
});

test("equal infinite neighbours are not subtracted", () => {
  expect(sampleQuantile([1, Infinity, Infinity], 0.9)).toBe(Infinity);
});

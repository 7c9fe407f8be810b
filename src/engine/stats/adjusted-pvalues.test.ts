import { expect, test } from "vitest";
import { adjustedPValues } from "./adjusted-pvalues.ts";

const p = [0.001, 0.008, 0.039, 0.041, 0.042, 0.06, 0.074, 0.205];

test("known family", () => {
  const rounded = (values: readonly number[]) => values.map((value) => Number(value.toFixed(6)));
  expect(rounded(adjustedPValues(p, "benjamini-hochberg"))).toEqual([
    0.008, 0.032, 0.0672, 0.0672, 0.0672, 0.08, 0.084571, 0.205,
  ]);
  expect(rounded(adjustedPValues(p, "holm"))).toEqual([0.008, 0.056, 0.234, 0.234, 0.234, 0.234, 0.234, 0.234]);
  expect(adjustedPValues(p, "benjamini-yekutieli")[0]! / 0.008).toBeCloseTo(2.717857, 6);
});

test("order does not matter, and a test that could not be made does not count", () => {
  for (const adjustment of ["holm", "benjamini-hochberg", "benjamini-yekutieli"] as const) {
    const plain = adjustedPValues(p, adjustment);
    expect(adjustedPValues(p.toReversed(), adjustment).toReversed()).toEqual(plain);
    expect(adjustedPValues([Number.NaN, ...p], adjustment)).toEqual([Number.NaN, ...plain]);
  }
  expect(adjustedPValues([], "holm")).toEqual([]);
});

import { expect, test } from "vitest";
import { atoms, weightedAtoms } from "./atoms.ts";

test("samples weigh the same, ties add up, order does not matter", () => {
  const distribution = atoms([4, 1, 4, 3]);
  expect(distribution.atoms).toEqual({ values: [1, 3, 4], weights: [0.25, 0.25, 0.5] });
  expect([distribution.mean, distribution.variance]).toEqual([3, 1.5]);
  expect([0.9, 1, 3.5, 4, 9].map(distribution.cdf)).toEqual([0, 0.25, 0.5, 1, 1]);
  expect([0, 0.25, 0.26, 0.5, 0.51, 1].map(distribution.quantile)).toEqual([1, 1, 3, 3, 4, 4]);
  expect(distribution.limitedExpectation(2)).toBe(1.75);
});

test("a level reached but for rounding is reached", () => {
  expect(atoms(Array.from({ length: 10 }, (_, k) => k)).quantile(0.3)).toBe(2);
  expect(weightedAtoms({ values: [7, 2], weights: [0.9, 0.1] }).quantile(0.1)).toBe(2);
});

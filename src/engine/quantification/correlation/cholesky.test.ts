import { expect, test } from "vitest";
import { cholesky } from "./cholesky.ts";

const rowsOf = (...rows: number[][]) => rows.map((row) => Float64Array.from(row));

test("the factor of a matrix worked by hand", () => {
  const factor = cholesky(rowsOf([1, 0.6, 0], [0.6, 1, 0.4], [0, 0.4, 1]))!;
  expect(factor.map((row) => row.length)).toEqual([1, 2, 3]);
  expect([...factor[0]!, ...factor[1]!]).toEqual([1, 0.6, 0.8]);
  expect(factor[2]![0]).toBe(0);
  expect(factor[2]![1]).toBeCloseTo(0.5, 15);
  expect(factor[2]![2]).toBeCloseTo(Math.sqrt(0.75), 15);
});

test("semidefinite matrices have one: two that are as one, or opposite", () => {
  expect(cholesky(rowsOf([1, 1, 0.5], [1, 1, 0.5], [0.5, 0.5, 1]))!.slice(0, 2)).toEqual(rowsOf([1], [1, 0]));
  expect(cholesky(rowsOf([1, -1], [-1, 1]))).toEqual(rowsOf([1], [-1, 0]));
});

test("indefinite ones have none", () => {
  expect(cholesky(rowsOf([1, 0.9, -0.9], [0.9, 1, 0.9], [-0.9, 0.9, 1]))).toBeNull();
  // As one with a, but not with what a goes with.
  expect(cholesky(rowsOf([1, 1, 0.5], [1, 1, 0.2], [0.5, 0.2, 1]))).toBeNull();
});

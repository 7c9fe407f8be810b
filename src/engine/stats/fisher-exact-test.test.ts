import { expect, test } from "vitest";
import { fisherExactTest } from "./fisher-exact-test.ts";

test("known table", () => {
  const p = fisherExactTest([
    [30, 60],
    [48, 32],
  ]);
  expect(p.twoSided / 6.66225e-4).toBeCloseTo(1, 6);
  expect(p.less / 4.138809e-4).toBeCloseTo(1, 6);
  expect(p.midLess / 2.707571e-4).toBeCloseTo(1, 6);
});

test("a table with one possible filling tells nothing", () => {
  const p = fisherExactTest([
    [5, 0],
    [3, 0],
  ]);
  for (const value of [p.twoSided, p.less, p.greater]) expect(value).toBeCloseTo(1, 12);
});

test("exchanging the groups exchanges less and greater", () => {
  const p = fisherExactTest([
    [2, 7],
    [8, 3],
  ]);
  const mirrored = fisherExactTest([
    [8, 3],
    [2, 7],
  ]);
  expect(mirrored.twoSided).toBeCloseTo(p.twoSided, 12);
  expect(mirrored.greater).toBeCloseTo(p.less, 12);
});

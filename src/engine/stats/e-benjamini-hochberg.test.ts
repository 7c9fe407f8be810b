import { expect, test } from "vitest";
import { eBenjaminiHochberg } from "./e-benjamini-hochberg.ts";

test("known values, in any order", () => {
  expect(eBenjaminiHochberg([40, 25, 12, 6, 1.2], 0.1)).toEqual([0, 1]);
  expect(eBenjaminiHochberg([1.2, 12, 40, 6, 25], 0.1)).toEqual([2, 4]);
});

test("one value alone must reach 1 ÷ alpha; none is none", () => {
  expect(eBenjaminiHochberg([20], 0.05)).toEqual([0]);
  expect(eBenjaminiHochberg([19.9], 0.05)).toEqual([]);
  expect(eBenjaminiHochberg([], 0.05)).toEqual([]);
});

test("a later one that is large enough carries those before it", () => {
  expect(eBenjaminiHochberg([15, 15, 15], 0.1)).toEqual([0, 1, 2]);
});

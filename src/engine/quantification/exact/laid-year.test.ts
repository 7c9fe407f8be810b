import { expect, test } from "vitest";
import { laidYear } from "./laid-year.ts";

const solved = (masses: readonly number[], step: number, mean: number) => {
  const at = { offset: 0, step, masses: Float64Array.from(masses) };
  return { at, year: { mean, fine: at, coarse: at, reading: "steps", bracket: undefined } as const };
};

test("masses and mean stay on another grid", () => {
  const { at, year } = solved([0.4, 0.35, 0.25], 3, 2.55);
  const laid = laidYear(year, at, { grid: { step: 2, cells: 8, first: 0 }, rounding: "mean" });
  expect(laid.reduce((sum, mass) => sum + mass, 0)).toBeCloseTo(1, 14);
  expect(laid.reduce((sum, mass, j) => sum + 2 * j * mass, 0)).toBeCloseTo(2.55, 14);
});

test("what lies beyond a year's own grid is laid at its mean", () => {
  const { at, year } = solved([0.5, 0.25, 0, 0], 1, 0.25 + 0.25 * 6);
  const laid = laidYear(year, at, { grid: { step: 1, cells: 8, first: 0 }, rounding: "mean" });
  expect([...laid]).toEqual([0.5, 0.25, 0, 0, 0, 0, 0.25, 0]);
});

import { expect, test } from "vitest";
import { emptySpectrum, lossFreeSpectrum, lossGrid, massesOf, spectrumOf, type YearGrid } from "./year-grid.ts";

const pulse = (cells: number, at: number) => Float64Array.from({ length: cells }, (_, j) => (j === at ? 1 : 0));

test.each([0, 5])("masses come back from their transform, in a grid from %d", (first) => {
  const grid: YearGrid = { step: 2, cells: 16, first };
  const { masses, offset, step } = massesOf(spectrumOf(pulse(16, 7), grid), grid);
  expect([offset, step]).toEqual([2 * first, 2]);
  masses.forEach((mass, j) => void expect(Math.abs(mass - (first + j === 7 ? 1 : 0))).toBeLessThan(1e-12));
});

test("a sum beyond the end comes round damped by exp(−8), in a window at its place", () => {
  const squared = (grid: YearGrid) => {
    const { re, im } = spectrumOf(pulse(16, 10), grid);
    const square = emptySpectrum(grid);
    re.forEach((x, k) => {
      square.re[k] = x * x - im[k]! ** 2;
      square.im[k] = 2 * x * im[k]!;
    });
    return massesOf(square, grid);
  };
  expect(squared({ step: 1, cells: 16, first: 0 }).masses[4]).toBeCloseTo(Math.exp(-8), 10);
  const window = squared({ step: 1, cells: 16, first: 12 });
  expect(window.masses[20 - 12]).toBeCloseTo(1, 12);
});

test("losses beyond a grid from 0 are dropped, beyond a window wrapped", () => {
  expect(lossGrid({ step: 3, cells: 8, first: 0 }, "up")).toEqual({ step: 3, rounding: "up", beyond: "dropped" });
  expect(lossGrid({ step: 3, cells: 8, first: 1 }, "mean").beyond).toBe("wrapped");
});

test.each([0, 5])("losing nothing is all its mass at 0, in a grid from %d", (first) => {
  const grid: YearGrid = { step: 2, cells: 16, first };
  const { re, im } = spectrumOf(pulse(16, 0), grid);
  const free = lossFreeSpectrum(grid);
  re.forEach((x, k) => void expect(Math.hypot(x - free.re[k]!, im[k]! - free.im[k]!)).toBeLessThan(1e-14));
});

import { expect, test } from "vitest";
import { massesOf } from "./year-grid.ts";
import { yearSpectrum } from "./year-spectrum.ts";

const at = (...masses: number[]) => ({ offset: 0, step: 2, masses: Float64Array.from(masses) });
const year = {
  fine: at(0.5, 0.5),
  coarse: at(0.25, 0.75),
  reading: "steps",
  mean: 1,
  bracket: { down: at(1, 0), up: at(0, 1) },
} as const;
const grid = { step: 1, cells: 16, first: 0 };

test("a year is laid at the resolution asked for, and rounded as its bracket is", () => {
  const second = (rounding: "mean" | "down" | "up", resolution: "fine" | "coarse") =>
    massesOf(yearSpectrum(year, { grid, rounding, resolution }), grid).masses[2]!;
  expect(second("mean", "fine")).toBeCloseTo(0.5, 12);
  expect(second("mean", "coarse")).toBeCloseTo(0.75, 12);
  expect(second("down", "fine")).toBeCloseTo(0, 12);
  expect(second("up", "coarse")).toBeCloseTo(1, 12);
});

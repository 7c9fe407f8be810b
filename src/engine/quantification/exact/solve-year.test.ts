import { expect, test } from "vitest";
import { gamma } from "../../stats/gamma.ts";
import { addLossMasses } from "./add-loss-masses.ts";
import { curveQuantile, lossCurve } from "./loss-curve.ts";
import { solveYear, type YearProblem } from "./solve-year.ts";
import { lossGrid, spectrumOf } from "./year-grid.ts";

/** A "year" that is one loss of known distribution: every figure can be told from it. */
const loss = gamma({ shape: 2, rate: 1e-3 });
const problem: YearProblem = {
  mean: loss.mean,
  standardDeviation: Math.sqrt(loss.variance),
  none: 0,
  floor: 0,
  shift: 0,
  tail: 1e-6,
  unit: undefined,
  reading: "smooth",
  spectrum(grid, rounding) {
    const masses = new Float64Array(grid.cells);
    addLossMasses(loss, { masses, weight: 1, grid: lossGrid(grid, rounding) });
    return spectrumOf(masses, grid);
  },
};
const options = { cells: 1024, mostCells: 2 ** 16, bracket: "rigorous" } as const;

test("finds a range that no more than the tail passes, and not a far longer one", () => {
  const { fine } = solveYear(problem, options);
  const end = fine.step * fine.masses.length;
  expect(1 - loss.cdf(end)).toBeLessThan(1e-6);
  expect(end).toBeLessThan(2 * loss.quantile(1 - 1e-6));
});

test("a poor guess of the spread changes the range by little", () => {
  const end = (standardDeviation: number) => {
    const { fine } = solveYear({ ...problem, standardDeviation }, options);
    return fine.step * fine.masses.length;
  };
  const usual = end(problem.standardDeviation);
  for (const factor of [1e-3, 1e4])
    expect(Math.abs(end(factor * problem.standardDeviation) / usual - 1)).toBeLessThan(0.6);
});

test("refines until halving the step moves nothing, and keeps the two resolutions and the bracket apart", () => {
  const { fine, coarse, bracket } = solveYear(problem, options);
  expect(coarse.step).toBeCloseTo(2 * fine.step, 9);
  const at = (year: typeof fine, reading: "steps" | "smooth") =>
    curveQuantile(lossCurve(year, { none: 0, reading }), 0.99);
  expect(Math.abs(at(fine, "smooth") / loss.quantile(0.99) - 1)).toBeLessThan(5e-5);
  expect(Math.abs(at(fine, "smooth") / at(coarse, "smooth") - 1)).toBeLessThan(1e-4);
  expect(at(bracket!.down, "steps")).toBeLessThan(loss.quantile(0.99));
  expect(at(bracket!.up, "steps")).toBeGreaterThan(loss.quantile(0.99));
});

test("a unit is held by the step; the cells still reach the end", () => {
  const { fine } = solveYear({ ...problem, unit: 100 }, options);
  expect(Math.abs(100 / fine.step - Math.round(100 / fine.step))).toBeLessThan(1e-9);
  expect(1 - loss.cdf(fine.step * fine.masses.length)).toBeLessThan(1e-6);
});

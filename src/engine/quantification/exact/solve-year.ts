import type { Spectrum } from "./count-transform.ts";
import { curveQuantile, type LossCurve, lossCurve, type YearMasses } from "./loss-curve.ts";
import type { Rounding } from "./rounding.ts";
import { massesOf, type YearGrid } from "./year-grid.ts";

/** Which of two resolutions a part of the sum is taken at. */
export type Resolution = "fine" | "coarse";

/** The loss of a year as the transform that can be laid on any grid, with what is known of it beforehand. */
export interface YearProblem {
  readonly mean: number;
  readonly standardDeviation: number;
  /** P(S = 0). */
  readonly none: number;
  /** All but 1e-12 of the years lose at least this much. */
  readonly floor: number;
  /** Added to every loss once solved. */
  readonly shift: number;
  /** Share of the years that may lie beyond the grid. */
  readonly tail: number;
  /** Losses that are certain amounts are multiples of this. */
  readonly unit: number | undefined;
  /** "steps": every loss is a multiple of the unit. */
  readonly reading: "steps" | "smooth";
  spectrum(grid: YearGrid, rounding: Rounding, resolution: Resolution): Spectrum;
}

/** A solved year: on a grid, on one of twice the step, and if asked with every loss rounded down and up. */
export interface SolvedYear {
  readonly fine: YearMasses;
  readonly coarse: YearMasses;
  readonly reading: "steps" | "smooth";
  readonly bracket: { readonly down: YearMasses; readonly up: YearMasses } | undefined;
}

export interface SolveOptions {
  /** Cells to begin with and to end with, powers of two. */
  readonly cells: number;
  readonly mostCells: number;
  readonly bracket: "none" | "rigorous";
}

const PILOT_CELLS = 512;
/**
 * Relative change of each quantile by halving the step that ends the refinement. The finer one is off by a third of it:
 * the error is of second order.
 */
const CLOSE_LEVELS = [
  [0.5, 3e-4],
  [0.9, 3e-4],
  [0.95, 1e-4],
  [0.99, 1e-4],
] as const;

/**
 * The distribution of a year's loss on a grid that is found by itself: the range by pilots of 512 cells, so that no
 * more than the tail lies beyond, nor a thousandth of the years with a loss; the step by refining until halving it moves
 * no quantile up to 99 % by more than 1e-4 (3e-4 below 95 %), or the most cells are reached.
 *
 * @example
 * const one = (grid) => spectrumOf(Float64Array.from({ length: grid.cells }, (_, j) => (j < 2 ? 0.5 : 0)), grid);
 * solveYear({ mean: 0.5, standardDeviation: 0.5, none: 0.5, floor: 0, shift: 0, tail: 1e-6, unit: 1, reading: "steps",
 *   spectrum: one }, { cells: 64, mostCells: 4096, bracket: "none" }).fine.masses.length // => 16
 */
export function solveYear(problem: YearProblem, { cells, mostCells, bracket }: SolveOptions): SolvedYear {
  const { unit, floor } = problem;
  const top = range(problem);
  const lattice = problem.reading === "steps" && unit !== undefined && (top - floor) / unit < mostCells / 2;
  const reading = lattice ? "steps" : "smooth";
  const solve = (grid: YearGrid, rounding: Rounding, resolution: Resolution): YearMasses => {
    const { offset, ...year } = massesOf(problem.spectrum(grid, rounding, resolution), grid);
    return { offset: offset + problem.shift, ...year };
  };
  const gridOf = (size: number): YearGrid => {
    const step = lattice ? unit : aligned((top - floor) / size, unit);
    // An aligned step may be shorter than asked: the cells still have to reach the top.
    const needed = (top - floor) / step + (lattice ? 2 : -1e-6 * size);
    return { step, cells: powerOfTwo(needed), first: Math.floor(floor / step) };
  };
  let size = Math.min(mostCells, Math.max(cells, pilotCells(problem, top)));
  let grid = gridOf(size);
  let fine = solve(grid, "mean", "fine");
  let coarse = lattice ? fine : solve(halved(grid, floor), "mean", "coarse");
  while (!lattice && size < mostCells && !close(fine, coarse, problem.none)) {
    size *= 2;
    grid = gridOf(size);
    coarse = 2 * grid.step === fine.step ? fine : solve(halved(grid, floor), "mean", "coarse");
    fine = solve(grid, "mean", "fine");
  }
  // The width of the bracket is of first order in the step: it needs a finer grid than the figures.
  const tight = lattice ? grid : gridOf(Math.min(mostCells, 4 * size));
  const bounds =
    bracket === "rigorous" ? { down: solve(tight, "down", "fine"), up: solve(tight, "up", "fine") } : undefined;
  return { fine, coarse, reading, bracket: bounds };
}

const halved = ({ step, cells }: YearGrid, floor: number): YearGrid => ({
  step: 2 * step,
  cells: cells / 2,
  first: Math.floor(floor / (2 * step)),
});

/**
 * Cells of a pilot. Splitting small losses over a long step adds about step/(variance/mean) to the relative variance,
 * which in a window would fill it.
 */
function pilotCells({ mean, standardDeviation, floor }: YearProblem, top: number): number {
  if (floor === 0) return PILOT_CELLS;
  return Math.min(2 ** 18, powerOfTwo((top - floor) / ((0.2 * standardDeviation ** 2) / mean)));
}

/** The loss that fewer years pass than the tail allows (1e-9 where the grid is a window, which has no tilt to damp them). */
function range(problem: YearProblem): number {
  const { mean, standardDeviation, floor, none } = problem;
  const tail = floor > 0 ? 1e-9 : problem.tail * Math.min(1, 1000 * (1 - none));
  let top = mean + 8 * standardDeviation;
  for (let attempt = 0; attempt < 60; attempt++) {
    const cells = pilotCells(problem, top);
    const step = (top - floor) / cells;
    const grid = { step, cells, first: Math.floor(floor / step) };
    const { masses, offset } = massesOf(problem.spectrum(grid, "mean", "coarse"), grid);
    const inside = masses.reduce((sum, mass) => sum + mass, 0);
    let beyond = floor > 0 ? 0 : Math.max(0, 1 - inside);
    if (beyond > tail) {
      top *= 3;
      continue;
    }
    let last = cells - 1;
    while (last > 0 && beyond + masses[last]! <= tail) beyond += masses[last--]!;
    const reached = offset + (last + 1.5) * step;
    // Found where the pilot still resolves the range; else once more on what it found.
    if (floor > 0 ? last < 0.98 * cells : last >= cells / 16) return reached;
    if (floor > 0) top += top - floor;
    else top = reached;
  }
  return top;
}

/** A step no longer than asked of which the unit, if it is longer than two, is an even multiple. */
function aligned(step: number, unit: number | undefined): number {
  if (unit === undefined || unit < step) return step;
  return unit / (2 * Math.ceil(unit / (2 * step)));
}

const powerOfTwo = (least: number) => 2 ** Math.max(4, Math.ceil(Math.log2(least)));

function close(fine: YearMasses, coarse: YearMasses, none: number): boolean {
  const curves = [fine, coarse].map((year) => lossCurve(year, { none, reading: "smooth" })) as [LossCurve, LossCurve];
  const high = curveQuantile(curves[0], 0.99);
  return CLOSE_LEVELS.every(([level, change]) => {
    const quantile = curveQuantile(curves[0], level);
    return Math.abs(quantile - curveQuantile(curves[1], level)) <= change * Math.max(quantile, 0.05 * high);
  });
}

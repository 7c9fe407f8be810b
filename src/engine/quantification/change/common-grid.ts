import { commonUnit } from "../exact/common-unit.ts";
import { directYear } from "../exact/direct-year.ts";
import type { LazyYear } from "../exact/lazy-year.ts";
import { eventGrid } from "../exact/solve-event.ts";
import type { SolvedYear } from "../exact/solve-year.ts";
import type { YearGrid } from "../exact/year-grid.ts";
import { yearOffset } from "./year-transform.ts";

/** A grid on which many sums of nearly the same years are solved, and the one of twice the step beside it. */
export interface CommonGrid {
  readonly fine: YearGrid;
  /** The fine one itself where losses lie exactly on it. */
  readonly coarse: YearGrid;
  readonly reading: "steps" | "smooth";
}

const MOST_CELLS = 2 ** 18;

/**
 * The grid that a sum of years was solved on, with room for larger ones: as many times the cells or the step; null where
 * it was a window away from 0, or would have more than 2¹⁸ cells.
 *
 * @example
 * const years = independentYears([{ id: "a", system: "s", frequency: 2, loss: { primary: 5 }, controls: [] }]);
 * const { year } = solvedAnnualSum(years, {});
 * commonGrid(year, years, { cells: 2, step: 1 }).fine.step // => 5
 */
export function commonGrid(
  { fine, reading }: SolvedYear,
  years: readonly LazyYear[],
  times: { readonly cells: 1 | 2; readonly step: number },
): CommonGrid | null {
  const shift = years.reduce((sum, year) => sum + yearOffset(year), 0);
  const cells = times.cells * fine.masses.length;
  if (fine.offset - shift > 0.5 * fine.step || cells > MOST_CELLS) return null;
  const step = times.step * fine.step;
  const grid = { step, cells, first: 0 };
  return { fine: grid, coarse: reading === "steps" ? grid : { step: 2 * step, cells: cells / 2, first: 0 }, reading };
}

/**
 * Whether the exact engine would lay the certain losses of these years on the same steps: all of them on this grid, or
 * where a grid of their own would be aligned with their common unit, aligned with it too.
 *
 * @example
 * const years = independentYears([{ id: "a", system: "s", frequency: 2, loss: { primary: 5 }, controls: [] }]);
 * const fine = { step: 5, cells: 16, first: 0 };
 * suitsGrid(years, { fine, coarse: fine, reading: "steps" }) // => true
 */
export function suitsGrid(years: readonly LazyYear[], { fine, reading }: CommonGrid): boolean {
  let stepped = true;
  const amounts: number[] = [];
  for (const lazy of years) {
    const direct = directYear(lazy.year);
    const solved = direct || isSmooth(lazy) ? undefined : lazy.solved();
    if (direct?.loss.atoms) amounts.push(...direct.loss.atoms.values);
    else if (solved?.reading === "steps" && solved.fine.offset === 0) amounts.push(solved.fine.step);
    else stepped = false;
  }
  const unit = commonUnit(amounts);
  if (unit === undefined) return reading === "smooth";
  const steps = unit / fine.step;
  if (stepped !== (reading === "steps")) return false;
  if (stepped) return isWhole(steps);
  return steps < 1 || isWhole(steps / 2);
}

/** Whether a year's losses are known to lie on no steps without its being solved. */
const isSmooth = ({ year }: LazyYear) =>
  (year.kind === "own" ? [year] : year.struck.map(({ event }) => event)).some(
    (event) => event.multiplier !== undefined || eventGrid(event).reading === "smooth",
  );

const isWhole = (x: number) => x > 0.5 && Math.abs(x - Math.round(x)) <= 1e-9 * x;

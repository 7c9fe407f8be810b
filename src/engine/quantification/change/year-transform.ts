import { addLossMasses } from "../exact/add-loss-masses.ts";
import type { Spectrum } from "../exact/count-transform.ts";
import { type DirectYear, directYear } from "../exact/direct-year.ts";
import type { LazyYear } from "../exact/lazy-year.ts";
import type { Resolution } from "../exact/solve-year.ts";
import { lossGrid, spectrumOf, type YearGrid } from "../exact/year-grid.ts";
import { yearSpectrum } from "../exact/year-spectrum.ts";

/**
 * The transform of one independent year on a grid, its offset ({@link yearOffset}) taken off: what a sum of years
 * multiplies. A year of fixed rate is read from its losses, exp(λ(f̂ − 1)), another from the grid it was solved on.
 *
 * @example
 * const scenario = { id: "a", system: "s", frequency: 2, loss: { primary: 5 }, controls: [] };
 * const year = lazyYear(scenarioYear(scenarioDistributions(scenario)), {});
 * yearTransform(year, { step: 5, cells: 16, first: 0 }, "fine").im[0] // => 0
 */
export function yearTransform(lazy: LazyYear, grid: YearGrid, resolution: Resolution): Spectrum {
  const direct = directYear(lazy.year);
  if (direct) return exponential(direct, grid);
  const solved = lazy.solved();
  return yearSpectrum({ ...solved, mean: lazy.year.mean }, { grid, rounding: "mean", resolution });
}

/**
 * What a year certainly loses and its transform leaves out: the start of the window it was solved in, else 0.
 *
 * @example
 * const scenario = { id: "a", system: "s", frequency: 2, loss: { primary: 5 }, controls: [] };
 * yearOffset(lazyYear(scenarioYear(scenarioDistributions(scenario)), {})) // => 0
 */
export function yearOffset(lazy: LazyYear): number {
  return directYear(lazy.year) ? 0 : lazy.solved().fine.offset;
}

function exponential({ rate, loss }: DirectYear, grid: YearGrid): Spectrum {
  const masses = new Float64Array(grid.cells);
  addLossMasses(loss, { masses, weight: rate, grid: lossGrid(grid, "mean") });
  const { re, im } = spectrumOf(masses, grid);
  for (let k = 0; k < re.length; k++) {
    const size = Math.exp(re[k]! - rate);
    const angle = im[k]!;
    re[k] = size * Math.cos(angle);
    im[k] = size * Math.sin(angle);
  }
  return { re, im };
}

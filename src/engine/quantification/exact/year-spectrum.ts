import type { Spectrum } from "./count-transform.ts";
import { laidYear, type PlacedYear } from "./laid-year.ts";
import type { YearMasses } from "./loss-curve.ts";
import { lowFrequencies } from "./low-frequencies.ts";
import type { Rounding } from "./rounding.ts";
import type { Resolution, SolvedYear } from "./solve-year.ts";
import type { YearGrid } from "./year-grid.ts";

/**
 * The transform of a solved year, its offset taken off, laid on another grid: rounded as its bracket is where it has
 * one.
 *
 * @example
 * const year = { offset: 0, step: 1, masses: Float64Array.of(0, 1) };
 * yearSpectrum({ fine: year, coarse: year, reading: "steps", bracket: undefined, mean: 1 },
 *   { grid: { step: 1, cells: 4, first: 4 }, rounding: "mean", resolution: "fine" }).re[0] // => 1
 */
export function yearSpectrum(
  year: PlacedYear,
  {
    grid,
    rounding,
    resolution,
    frequencies = grid.cells / 2 + 1,
  }: {
    readonly grid: YearGrid;
    readonly rounding: Rounding;
    readonly resolution: Resolution;
    /** All unless given. */
    readonly frequencies?: number;
  },
): Spectrum {
  return lowFrequencies(laidYear(year, yearAt(year, rounding, resolution), { grid, rounding }), grid, frequencies);
}

function yearAt(year: SolvedYear, rounding: Rounding, resolution: Resolution): YearMasses {
  if (rounding !== "mean" && year.bracket) return year.bracket[rounding];
  return year[resolution];
}

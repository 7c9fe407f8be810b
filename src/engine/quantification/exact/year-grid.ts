import { fourierTransform } from "../../stats/fourier-transform.ts";
import type { LossGrid } from "./add-loss-masses.ts";
import type { Spectrum } from "./count-transform.ts";
import type { YearMasses } from "./loss-curve.ts";
import type { Rounding } from "./rounding.ts";

/**
 * A grid for the loss of a year: `cells` (a power of two) losses `step` apart, the first at first·step.
 *
 * From 0 the masses are tilted by exp(−8·j/cells) on the way through the transform, so that what lies beyond the last
 * cell comes round damped by exp(−8) (Grübel and Hermesmeier 1999; much more would bring rounding up with it). A
 * window that starts above 0 counts losses modulo its width, without tilt.
 */
export interface YearGrid {
  readonly step: number;
  readonly cells: number;
  readonly first: number;
}

const TILT = 8;
const tilts = new Map<number, Float64Array>();

/** exp(−TILT·j/cells) for each cell. */
function tilt(cells: number): Float64Array {
  let factors = tilts.get(cells);
  if (!factors) {
    factors = Float64Array.from({ length: cells }, (_, j) => Math.exp((-TILT * j) / cells));
    tilts.set(cells, factors);
  }
  return factors;
}

/**
 * An empty spectrum for a grid.
 *
 * @example
 * emptySpectrum({ step: 1, cells: 8, first: 0 }).re.length // => 5
 */
export function emptySpectrum({ cells }: YearGrid): Spectrum {
  return { re: new Float64Array(cells / 2 + 1), im: new Float64Array(cells / 2 + 1) };
}

/**
 * The transform of losing nothing, where a product begins.
 *
 * @example
 * lossFreeSpectrum({ step: 1, cells: 4, first: 0 }).re // => [1, 1, 1]
 */
export function lossFreeSpectrum(grid: YearGrid): Spectrum {
  const spectrum = emptySpectrum(grid);
  spectrum.re.fill(1);
  return spectrum;
}

/**
 * How losses are laid on a grid.
 *
 * @example
 * lossGrid({ step: 1, cells: 8, first: 0 }, "mean") // => { step: 1, rounding: "mean", beyond: "dropped" }
 */
export function lossGrid({ step, first }: YearGrid, rounding: Rounding): LossGrid {
  return { step, rounding, beyond: first > 0 ? "wrapped" : "dropped" };
}

/**
 * The transform of masses on a grid, tilted where the grid is. The masses are overwritten.
 *
 * @example
 * spectrumOf(Float64Array.of(1, 0, 0, 0), { step: 1, cells: 4, first: 0 }).re[0] // => 1
 */
export function spectrumOf(masses: Float64Array, grid: YearGrid): Spectrum {
  const spectrum = emptySpectrum(grid);
  fourierTransform(grid.cells).forward(tilted(masses, grid), spectrum.re, spectrum.im);
  return spectrum;
}

/**
 * Masses tilted as their grid is, in place.
 *
 * @example
 * tilted(Float64Array.of(1, 1), { step: 1, cells: 2, first: 0 })[1] // => 0.01831563888873418
 */
export function tilted(masses: Float64Array, { cells, first }: YearGrid): Float64Array {
  if (first > 0) return masses;
  const factors = tilt(cells);
  for (let j = 0; j < masses.length; j++) masses[j]! *= factors[j]!;
  return masses;
}

/**
 * The masses behind the transform of a year's loss: inverse of {@link spectrumOf}, the window turned to its start.
 *
 * @example
 * massesOf({ re: Float64Array.of(1, 1, 1), im: new Float64Array(3) }, { step: 2, cells: 4, first: 0 }).step // => 2
 */
export function massesOf({ re, im }: Spectrum, grid: YearGrid): YearMasses {
  const { cells, first, step } = grid;
  const raw = new Float64Array(cells);
  fourierTransform(cells).inverse(re, im, raw);
  const factors = tilt(cells);
  const masses = first === 0 ? raw : new Float64Array(cells);
  for (let j = 0; j < cells; j++) {
    const mass = first === 0 ? raw[j]! / factors[j]! : raw[(first + j) % cells]!;
    masses[j] = mass > 0 ? mass : 0;
  }
  return { offset: first * step, step, masses };
}

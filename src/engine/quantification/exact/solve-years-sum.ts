import { addLossMasses } from "./add-loss-masses.ts";
import { commonUnit } from "./common-unit.ts";
import type { Spectrum } from "./count-transform.ts";
import type { DirectYear } from "./direct-year.ts";
import type { YearMasses } from "./loss-curve.ts";
import { placeMass } from "./place-mass.ts";
import type { Rounding } from "./rounding.ts";
import { type Resolution, type SolvedYear, type SolveOptions, solveYear } from "./solve-year.ts";
import { emptySpectrum, lossGrid, spectrumOf, type YearGrid } from "./year-grid.ts";

/** A year solved on its own grid, with its exact mean. */
export interface PlacedYear extends SolvedYear {
  readonly mean: number;
}

/** Independent years to add up, with the moments of their sum. */
export interface YearsToAdd {
  readonly direct: readonly DirectYear[];
  readonly solved: readonly PlacedYear[];
  readonly mean: number;
  readonly variance: number;
  readonly none: number;
}

/**
 * The distribution of the sum of independent years. Fixed-rate scenarios combine into one compound Poisson loss,
 * λ = Σλᵢ and f = Σ(λᵢ/λ)fᵢ; the others are laid on the common grid and multiplied in the transform.
 *
 * @example
 * const direct = [{ rate: 2, loss: atoms([5]) }];
 * solveYearsSum({ direct, solved: [], mean: 10, variance: 50, none: Math.exp(-2) },
 *   { cells: 64, mostCells: 4096, bracket: "none" }).fine.step // => 5
 */
export function solveYearsSum({ direct, solved, mean, variance, none }: YearsToAdd, options: SolveOptions): SolvedYear {
  const shift = solved.reduce((sum, year) => sum + year.fine.offset, 0);
  const amounts = [
    ...direct.flatMap(({ loss }) => loss.atoms?.values ?? []),
    ...solved.filter(({ reading }) => reading === "steps").map(({ fine }) => fine.step),
  ];
  const unit = commonUnit(amounts);
  const stepped = direct.every(({ loss }) => loss.atoms) && solved.every(({ reading }) => reading === "steps");
  const directMean = direct.reduce((sum, { rate, loss }) => sum + rate * loss.mean, 0);
  const directVariance = direct.reduce((sum, { rate, loss }) => sum + rate * (loss.variance + loss.mean ** 2), 0);
  const directMasses = directMassesOf(direct);
  const floor = directMean - 8 * Math.sqrt(directVariance);
  return solveYear(
    {
      mean: mean - shift,
      standardDeviation: Math.sqrt(variance),
      none: shift > 0 ? 0 : none,
      floor: floor > 0.5 * (mean - shift + 8 * Math.sqrt(variance)) ? floor : 0,
      shift,
      tail: 1e-5,
      unit,
      reading: stepped && unit !== undefined && shift === 0 ? "steps" : "smooth",
      spectrum: (grid, rounding, resolution) =>
        sumSpectrum({ direct, directMasses, solved }, { grid, rounding, resolution }),
    },
    options,
  );
}

type DirectMasses = (grid: YearGrid, rounding: Rounding) => Float64Array;

/**
 * Expected events at each loss of a grid, Σλᵢfᵢ. Twice the step after the step costs next to nothing: the masses that
 * keep the mean on the coarse grid are those of the fine one, every second cell shared between its neighbours.
 */
function directMassesOf(direct: readonly DirectYear[]): DirectMasses {
  let last: { readonly grid: YearGrid; readonly masses: Float64Array } | undefined;
  return (grid, rounding) => {
    const masses = new Float64Array(grid.cells);
    if (rounding === "mean" && last && grid.step === 2 * last.grid.step && grid.cells === last.grid.cells / 2) {
      const fine = last.masses;
      const wrapped = grid.first > 0 ? fine[fine.length - 1]! : 0;
      for (let j = 0; j < masses.length; j++) {
        masses[j] = fine[2 * j]! + 0.5 * (fine[2 * j + 1]! + (j > 0 ? fine[2 * j - 1]! : wrapped));
      }
      return masses;
    }
    for (const { rate, loss } of direct) addLossMasses(loss, { masses, weight: rate, grid: lossGrid(grid, rounding) });
    if (rounding === "mean") last = { grid, masses: masses.slice() };
    return masses;
  };
}

function sumSpectrum(
  {
    direct,
    directMasses,
    solved,
  }: { direct: readonly DirectYear[]; directMasses: DirectMasses; solved: readonly PlacedYear[] },
  { grid, rounding, resolution }: { grid: YearGrid; rounding: Rounding; resolution: Resolution },
): Spectrum {
  const product = emptySpectrum(grid);
  product.re.fill(1);
  if (direct.length > 0) {
    const total = direct.reduce((sum, { rate }) => sum + rate, 0);
    const { re, im } = spectrumOf(directMasses(grid, rounding), grid);
    for (let k = 0; k < re.length; k++) {
      const size = Math.exp(re[k]! - total);
      product.re[k] = size * Math.cos(im[k]!);
      product.im[k] = size * Math.sin(im[k]!);
    }
  }
  for (const year of solved) {
    const factor = yearSpectrum(year, yearAt(year, rounding, resolution), { grid, rounding });
    for (let k = 0; k < factor.re.length; k++) {
      const x = product.re[k]!;
      const y = product.im[k]!;
      product.re[k] = x * factor.re[k]! - y * factor.im[k]!;
      product.im[k] = x * factor.im[k]! + y * factor.re[k]!;
    }
  }
  return product;
}

function yearAt(year: SolvedYear, rounding: Rounding, resolution: Resolution): YearMasses {
  if (rounding !== "mean" && year.bracket) return year.bracket[rounding];
  return year[resolution];
}

/** Lays a solved year, its offset taken off, on a grid. */
function yearSpectrum(
  year: PlacedYear,
  at: YearMasses,
  { grid, rounding }: { grid: YearGrid; rounding: Rounding },
): Spectrum {
  const masses = new Float64Array(grid.cells);
  const wrapped = grid.first > 0;
  const add = (cell: number, mass: number) => {
    if (cell < grid.cells) masses[cell]! += mass;
    else if (wrapped) masses[cell % grid.cells]! += mass;
  };
  const ratio = at.step / grid.step;
  // Masses nearly as far apart as the cells, or farther, would show through as lumps: they are smeared over the gap.
  const smeared = rounding === "mean" && year.reading === "smooth" && ratio > 0.5;
  const parts = smeared ? tent(ratio) : POINT;
  const { masses: from } = at;
  for (let j = 0; j < from.length; j++) {
    const mass = from[j]!;
    if (!(mass > 0)) continue;
    const around = ((from[j - 1] ?? 0) + (from[j + 1] ?? 0)) / 2;
    const density = j === 0 ? 0 : mass > 8 * around ? around : mass;
    if (mass > density) placeMass(j * ratio, mass - density, { rounding, add });
    if (!(density > 0)) continue;
    for (let k = 0; k < parts.length; k += 2)
      placeMass(j * ratio + parts[k]!, density * parts[k + 1]!, { rounding, add });
  }
  placeRest(year, at, { rounding, scale: grid.step, add });
  return spectrumOf(masses, grid);
}

/**
 * What lies beyond a year's own grid goes to its mean, which the exact mean of the year gives; rounded down to the end
 * of that grid; rounded up beyond every other.
 */
function placeRest(
  year: PlacedYear,
  { offset, step, masses }: YearMasses,
  { rounding, scale, add }: { rounding: Rounding; scale: number; add: (cell: number, mass: number) => void },
): void {
  let inside = 0;
  let first = 0;
  for (let j = 0; j < masses.length; j++) {
    inside += masses[j]!;
    first += masses[j]! * j;
  }
  const rest = 1 - inside;
  const end = masses.length * step;
  if (rest < 1e-11 || rounding === "up") return;
  const mean = (year.mean - offset * inside - first * step) / rest - offset;
  placeMass((rounding === "down" ? end : Math.min(100 * end, Math.max(end, mean))) / scale, rest, { rounding, add });
}

/** Distance and share, by turns. */
const POINT = [0, 1] as const;

function tent(ratio: number): readonly number[] {
  const each = Math.ceil(2 * ratio);
  const parts: number[] = [];
  for (let k = 1 - each; k < each; k++) parts.push((k * ratio) / each, (each - Math.abs(k)) / (each * each));
  return parts;
}

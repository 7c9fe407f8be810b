import { addLossMasses } from "./add-loss-masses.ts";
import { commonUnit } from "./common-unit.ts";
import type { Spectrum } from "./count-transform.ts";
import type { DirectYear } from "./direct-year.ts";
import { multiplySpectrum } from "./event-loss.ts";
import type { PlacedYear } from "./laid-year.ts";
import type { Rounding } from "./rounding.ts";
import { type Resolution, type SolvedYear, type SolveOptions, solveYear } from "./solve-year.ts";
import { lossFreeSpectrum, lossGrid, spectrumOf, type YearGrid } from "./year-grid.ts";
import { yearSpectrum } from "./year-spectrum.ts";

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
  const product = lossFreeSpectrum(grid);
  if (direct.length > 0) {
    const total = direct.reduce((sum, { rate }) => sum + rate, 0);
    const { re, im } = spectrumOf(directMasses(grid, rounding), grid);
    for (let k = 0; k < re.length; k++) {
      const size = Math.exp(re[k]! - total);
      product.re[k] = size * Math.cos(im[k]!);
      product.im[k] = size * Math.sin(im[k]!);
    }
  }
  for (const year of solved) multiplySpectrum(product, yearSpectrum(year, { grid, rounding, resolution }));
  return product;
}

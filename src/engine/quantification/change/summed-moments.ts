import type { YearMoments } from "../exact/annual-loss-figures.ts";
import type { LazyYear } from "../exact/lazy-year.ts";

/**
 * Moments of the sum of independent years, by formula, to the bits of the exact engine's: added up by id.
 *
 * @example
 * summedMoments([]) // => { mean: 0, variance: 0, none: 1 }
 */
export function summedMoments(years: readonly LazyYear[]): YearMoments {
  const losing = years.filter(({ year }) => year.mean > 0).sort((a, b) => (a.year.id < b.year.id ? -1 : 1));
  return {
    mean: losing.reduce((sum, { year }) => sum + year.mean, 0),
    variance: losing.reduce((sum, { year }) => sum + year.variance, 0),
    none: losing.reduce((product, { year }) => product * year.none, 1),
  };
}

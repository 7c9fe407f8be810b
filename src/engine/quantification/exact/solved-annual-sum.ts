import type { YearMoments } from "./annual-loss-figures.ts";
import { type DirectYear, directYear } from "./direct-year.ts";
import type { ExactOptions } from "./exact-options.ts";
import type { PlacedYear } from "./laid-year.ts";
import type { LazyYear } from "./lazy-year.ts";
import type { SolvedYear } from "./solve-year.ts";
import { solveYearsSum } from "./solve-years-sum.ts";

const FOR_FEW = { cells: 4096, mostCells: 2 ** 18 };
const FOR_MANY = { cells: 2 ** 14, mostCells: 2 ** 18 };

/**
 * The solved sum of prepared years with its moments by formula; null where none of them can lose anything. A year on
 * its own is not laid on a second grid.
 *
 * @example
 * solvedAnnualSum([], {}) // => null
 */
export function solvedAnnualSum(
  years: readonly LazyYear[],
  { bracket = "none" }: ExactOptions,
): { readonly year: SolvedYear; readonly moments: YearMoments } | null {
  // Sorted, so that sums come out to the last bit whatever the order they were given in.
  const losing = years.filter(({ year }) => year.mean > 0).sort((a, b) => (a.year.id < b.year.id ? -1 : 1));
  const [first, ...rest] = losing;
  if (!first) return null;
  if (rest.length === 0) return { year: first.solved(), moments: first.year };
  const moments = {
    mean: losing.reduce((sum, { year }) => sum + year.mean, 0),
    variance: losing.reduce((sum, { year }) => sum + year.variance, 0),
    none: losing.reduce((product, { year }) => product * year.none, 1),
  };
  const direct: DirectYear[] = [];
  const solved: PlacedYear[] = [];
  for (const lazy of losing) {
    const together = directYear(lazy.year);
    if (together) direct.push(together);
    else solved.push({ ...lazy.solved(), mean: lazy.year.mean });
  }
  const size = losing.length > 8 ? FOR_MANY : FOR_FEW;
  return { year: solveYearsSum({ direct, solved, ...moments }, { ...size, bracket }), moments };
}

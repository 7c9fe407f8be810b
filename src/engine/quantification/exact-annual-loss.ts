import type { AnnualLoss } from "./annual-loss.ts";
import { annualLossFigures, type YearMoments } from "./annual-loss-figures.ts";
import { noAnnualLoss } from "./no-annual-loss.ts";
import type { Scenario } from "./scenario.ts";
import { scenarioDistributions } from "./scenario-distributions.ts";
import { type ScenarioYear, scenarioYear, solveScenarioYear } from "./scenario-year.ts";
import type { SolvedYear } from "./solve-year.ts";
import { type DirectYear, directYear, type PlacedYear, solveYearsSum } from "./years-sum.ts";

/** How an exact figure says what it can be off by. */
export interface ExactOptions {
  /** "rigorous" rounds every loss down and up; "none" compares with twice the step. */
  readonly bracket?: "none" | "rigorous";
}

/**
 * The distribution of the loss that independent scenarios bring in a year, by Fourier transform.
 *
 * Each scenario's year is compound Poisson given its rate, secondary probability and multiplier, which are drawn once a
 * year and mixed. Mean, standard deviation and probability of loss are exact; quantiles and shortfalls up to 99 % are
 * off by about 1e-5 of themselves, which `error` states. The order of the scenarios does not matter. No scenario, no
 * frequency or no loss give zeros. Throws an EstimateError for an invalid estimate.
 *
 * Source: Embrechts and Frei 2009 (Panjer recursion versus FFT); Grübel and Hermesmeier 1999. docs/method/annual-loss-exact.md.
 *
 * @example
 * exactAnnualLoss([{ id: "a", system: "s", frequency: 2, loss: { primary: 5 }, controls: [] }]).valueAtRisk["0.5"] // => 10
 */
export function exactAnnualLoss(scenarios: readonly Scenario[], options: ExactOptions = {}): AnnualLoss {
  return solvedAnnualLoss(
    scenarios.map((scenario) => lazyYear(scenarioYear(scenarioDistributions(scenario)), options)),
    options,
  );
}

/** A scenario's year that is solved when asked for. */
export interface LazyYear {
  readonly year: ScenarioYear;
  readonly solved: () => SolvedYear;
}

const FOR_ONE = { cells: 4096, mostCells: 2 ** 18 };
const FOR_MANY = { cells: 2 ** 14, mostCells: 2 ** 18 };

/**
 * A scenario's year, solved on its own grid when asked for; kept where a sum will ask for it again.
 *
 * @example
 * lazyYear(scenarioYear(scenarioDistributions(scenario)), {}).solved().fine.step // => 5
 */
export function lazyYear(year: ScenarioYear, { bracket = "none" }: ExactOptions): LazyYear {
  let kept: SolvedYear | undefined;
  return {
    year,
    solved: () => {
      const solved = kept ?? solveScenarioYear(year, { ...FOR_ONE, bracket });
      // Sums take a fixed-rate year from its losses: its grid is wanted once, and thousands of them fill the memory.
      if (!directYear(year)) kept = solved;
      return solved;
    },
  };
}

/**
 * The figures of a sum of prepared years; a year on its own is not laid on a second grid.
 *
 * @example
 * solvedAnnualLoss([], {}).expectedAnnualLoss // => 0
 */
export function solvedAnnualLoss(years: readonly LazyYear[], options: ExactOptions): AnnualLoss {
  const sum = solvedAnnualSum(years, options);
  if (sum === null) return noAnnualLoss(options.bracket === "rigorous" ? "bracket" : "estimate");
  return annualLossFigures(sum.year, sum.moments);
}

/** The solved sum of prepared years with its moments by formula; null where none of them can lose anything. */
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
  const cells = losing.length > 8 ? FOR_MANY.cells : FOR_ONE.cells;
  return { year: solveYearsSum({ direct, solved, ...moments }, { ...FOR_MANY, cells, bracket }), moments };
}

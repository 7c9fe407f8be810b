import type { AnnualLoss } from "../annual-loss.ts";
import type { Scenario } from "../scenario.ts";
import { scenarioDistributions } from "../scenario-distributions.ts";
import { annualLossFigures } from "./annual-loss-figures.ts";
import type { ExactOptions } from "./exact-options.ts";
import { type LazyYear, lazyYear } from "./lazy-year.ts";
import { noAnnualLoss } from "./no-annual-loss.ts";
import { scenarioYear } from "./scenario-year.ts";
import { solvedAnnualSum } from "./solved-annual-sum.ts";

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

/**
 * The figures of a sum of prepared years.
 *
 * @example
 * solvedAnnualLoss([], {}).expectedAnnualLoss // => 0
 */
export function solvedAnnualLoss(years: readonly LazyYear[], options: ExactOptions): AnnualLoss {
  const sum = solvedAnnualSum(years, options);
  if (sum === null) return noAnnualLoss(options.bracket === "rigorous" ? "bracket" : "estimate");
  return annualLossFigures(sum.year, sum.moments);
}

import type { AnnualLoss } from "../annual-loss.ts";
import type { Scenario } from "../scenario.ts";
import { annualLossFigures } from "./annual-loss-figures.ts";
import type { ExactOptions } from "./exact-options.ts";
import { independentYears } from "./independent-years.ts";
import type { LazyYear } from "./lazy-year.ts";
import { noAnnualLoss } from "./no-annual-loss.ts";
import { solvedAnnualSum } from "./solved-annual-sum.ts";

/**
 * The distribution of the loss that scenarios bring in a year, by Fourier transform.
 *
 * Scenarios are independent but for the common causes that they name. Each scenario's own year is a compound sum given
 * its rate, secondary probability and multiplier, which are drawn once a year and mixed; each common cause is one
 * compound sum over the scenarios it strikes. Mean, standard deviation and probability of loss are exact; quantiles and
 * shortfalls up to 99 % are off by about 1e-5 of themselves, which `error` states. The order of the scenarios does not
 * matter. No scenario, no frequency or no loss give zeros. Throws an EstimateError for an invalid estimate, for a loss
 * without a finite mean or variance, and where scenarios give one cause different strikes.
 *
 * Source: Embrechts and Frei 2009 (Panjer recursion versus FFT); Grübel and Hermesmeier 1999. docs/method/annual-loss-exact.md.
 *
 * @example
 * exactAnnualLoss([{ id: "a", system: "s", frequency: 2, loss: { primary: 5 }, controls: [] }]).valueAtRisk["0.5"] // => 10
 */
export function exactAnnualLoss(scenarios: readonly Scenario[], options: ExactOptions = {}): AnnualLoss {
  return solvedAnnualLoss(independentYears(scenarios, options), options);
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

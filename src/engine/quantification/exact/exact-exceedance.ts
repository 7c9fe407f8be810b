import type { Scenario } from "../scenario.ts";
import { independentYears } from "./independent-years.ts";
import type { LazyYear } from "./lazy-year.ts";
import { curveCdf, lossCurve } from "./loss-curve.ts";
import { solvedAnnualSum } from "./solved-annual-sum.ts";

/**
 * The probability that the loss which scenarios bring in a year is larger than each of some amounts.
 *
 * P(S > x), read off the same curve as the quantiles of `exactAnnualLoss`: off by about 1e-5, less in the tail; 0 where
 * no scenario can lose anything. Amounts are ≥ 0, in any order. Throws an EstimateError for an invalid estimate.
 *
 * @example
 * exactExceedance([{ id: "a", system: "s", frequency: 2, loss: { primary: 5 }, controls: [] }], [0])[0] // => 0.865
 */
export function exactExceedance(scenarios: readonly Scenario[], losses: readonly number[]): number[] {
  return exceedanceOf(independentYears(scenarios), losses);
}

/**
 * The same of independent years that are prepared.
 *
 * @example
 * exceedanceOf([], [1000]) // => [0]
 */
export function exceedanceOf(years: readonly LazyYear[], losses: readonly number[]): number[] {
  const sum = solvedAnnualSum(years, {});
  if (sum === null) return losses.map(() => 0);
  const curve = lossCurve(sum.year.fine, { none: sum.moments.none, reading: sum.year.reading });
  return losses.map((loss) => Math.min(1 - sum.moments.none, Math.max(0, 1 - curveCdf(curve, loss))));
}

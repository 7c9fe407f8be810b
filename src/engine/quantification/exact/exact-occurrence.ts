import type { Scenario } from "../scenario.ts";
import { exceedanceOf } from "./exact-exceedance.ts";
import { independentYears } from "./independent-years.ts";
import { largestEventCdf } from "./largest-event.ts";
import type { LazyYear } from "./lazy-year.ts";

/**
 * The probability that the largest single event of a year loses more than each of some amounts: the occurrence
 * exceedance of the scenarios, beside the aggregate one of `exactExceedance`.
 *
 * 1 − Π E[exp(−Λ·P(Y > x))] over the scenarios, a count other than Poisson by its own transform; a strike of a common
 * cause is one event with the total loss that it brings. Never above the aggregate exceedance, whose curve is the
 * coarser of the two. Amounts are ≥ 0, in any order. Throws an EstimateError for an invalid estimate.
 *
 * @example
 * exactOccurrence([{ id: "a", system: "s", frequency: 2, loss: { primary: 5 }, controls: [] }], [4, 5]) // => [0.865, 0]
 */
export function exactOccurrence(scenarios: readonly Scenario[], losses: readonly number[]): number[] {
  const years = independentYears(scenarios);
  const exceeds = occurrenceCurve(years);
  const aggregate = exceedanceOf(years, losses);
  return losses.map((loss, k) => Math.min(aggregate[k]!, exceeds(loss)));
}

/**
 * P(largest event of the year > x) of independent years, to be asked for many x.
 *
 * @example
 * occurrenceCurve([])(1000) // => 0
 */
export function occurrenceCurve(years: readonly LazyYear[]): (loss: number) => number {
  // In one order, so that products come out to the last bit whatever the order the scenarios were given in.
  const cdfs = years
    .filter(({ year }) => year.mean > 0)
    .sort((a, b) => (a.year.id < b.year.id ? -1 : 1))
    .map(({ year }) => largestEventCdf(year));
  return (loss) => Math.min(1, Math.max(0, 1 - cdfs.reduce((all, cdf) => all * cdf(loss), 1)));
}

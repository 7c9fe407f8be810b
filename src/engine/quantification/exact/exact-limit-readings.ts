import type { Scenario } from "../scenario.ts";
import { independentYears } from "./independent-years.ts";
import { curveCdf, curveQuantile, lossCurve } from "./loss-curve.ts";
import { solvedAnnualSum } from "./solved-annual-sum.ts";

/** What a limit on annual loss asks: how probable a larger loss than `exceeds` is, and what `tolerance` allows. */
export interface LossLine {
  readonly exceeds: number;
  /** Probability of a larger loss that is borne, in [0, 1]. */
  readonly tolerance: number;
}

/** A line read off the distribution of a year's loss. */
export interface LineReading {
  /** P(loss > exceeds). */
  readonly probability: number;
  /** Smallest loss that a year exceeds with at most the tolerated probability; null for a tolerance of 0. */
  readonly lossAtTolerance: number | null;
}

/**
 * Reads lines off the exact distribution of the loss that scenarios bring in a year, which is solved once for all of
 * them: a curve of limits costs no more than one.
 *
 * `probability` is that of `exactExceedance`; `lossAtTolerance` the value at risk at 1 − tolerance, as
 * `exactReturnPeriods` has it for 1/tolerance years. No loss reads 0 for both. Amounts are ≥ 0. Throws an EstimateError
 * for an invalid estimate.
 *
 * @example
 * exactLimitReadings([{ id: "a", system: "s", frequency: 2, loss: { primary: 5 }, controls: [] }],
 *   [{ exceeds: 20, tolerance: 0.05 }])[0].lossAtTolerance // => 25
 */
export function exactLimitReadings(scenarios: readonly Scenario[], lines: readonly LossLine[]): LineReading[] {
  if (lines.length === 0) return [];
  const sum = solvedAnnualSum(independentYears(scenarios), {});
  if (sum === null)
    return lines.map(({ tolerance }) => ({ probability: 0, lossAtTolerance: tolerance > 0 ? 0 : null }));
  const curve = lossCurve(sum.year.fine, { none: sum.moments.none, reading: sum.year.reading });
  return lines.map(({ exceeds, tolerance }) => ({
    probability: Math.min(1 - sum.moments.none, Math.max(0, 1 - curveCdf(curve, exceeds))),
    lossAtTolerance: tolerance > 0 ? Math.max(0, curveQuantile(curve, 1 - tolerance)) : null,
  }));
}

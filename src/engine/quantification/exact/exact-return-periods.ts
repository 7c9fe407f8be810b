import type { FigureError } from "../annual-loss.ts";
import type { Scenario } from "../scenario.ts";
import { occurrenceCurve } from "./exact-occurrence.ts";
import { independentYears } from "./independent-years.ts";
import { curveQuantile, type LossCurve, lossCurve } from "./loss-curve.ts";
import { solvedAnnualSum } from "./solved-annual-sum.ts";

/** The losses exceeded once in so many years. */
export interface ReturnPeriod {
  readonly years: number;
  /** Of the year as a whole (AEP). */
  readonly aggregate: number;
  /** Of the largest single event of the year (OEP); never above the aggregate. */
  readonly occurrence: number;
  readonly error: { readonly aggregate: FigureError; readonly occurrence: FigureError };
}

/** What the largest event can be off by, of itself: rules stand for rates, and a grid for what a cause brings. */
const OCCURRENCE_ERROR = 1e-5;

/**
 * The losses that a year as a whole, and the largest event of it, exceed once in each number of years: the smallest
 * loss x with P(more than x) ≤ 1/years.
 *
 * Years are above 1; 2, 5, 10, 20, 50, 100, 200, 250, 500 and 1000 are usual. The aggregate loss of 100 years is the
 * value at risk at 99 %, and its error is the distance to twice the step. Beyond 1000 years the curve is read where less than 1e-5 of the years lie past the grid. No loss
 * gives zeros. Throws an EstimateError for an invalid estimate, a RangeError for years of 1 or less.
 *
 * @example
 * exactReturnPeriods([{ id: "a", system: "s", frequency: 2, loss: { primary: 5 }, controls: [] }], [20])[0].aggregate
 * // => 25
 */
export function exactReturnPeriods(scenarios: readonly Scenario[], years: readonly number[]): ReturnPeriod[] {
  for (const period of years) {
    if (!(period > 1)) throw new RangeError(`return period ${period}; give years above 1`);
  }
  const independent = independentYears(scenarios);
  const sum = solvedAnnualSum(independent, {});
  if (sum === null) return years.map((period) => ({ years: period, aggregate: 0, occurrence: 0, error: noError }));
  const [curve, coarse] = [sum.year.fine, sum.year.coarse].map((year) =>
    lossCurve(year, { none: sum.moments.none, reading: sum.year.reading }),
  ) as [LossCurve, LossCurve];
  const exceeds = occurrenceCurve(independent);
  return years.map((period) => {
    const aggregate = curveQuantile(curve, 1 - 1 / period);
    const off = Math.abs(aggregate - curveQuantile(coarse, 1 - 1 / period));
    // No largest event passes the year it is part of, so that the aggregate loss bounds the search.
    const occurrence = lossExceeded(exceeds, { probability: 1 / period, high: aggregate });
    const error = {
      aggregate: around(aggregate, off),
      occurrence: around(occurrence, occurrence === aggregate ? off : OCCURRENCE_ERROR * occurrence),
    };
    return { years: period, aggregate, occurrence, error };
  });
}

const around = (figure: number, off: number): FigureError => ({
  low: Math.max(0, figure - off),
  high: figure + off,
  kind: "estimate",
});
const noError = { aggregate: around(0, 0), occurrence: around(0, 0) };

/** Probabilities this near, of themselves, are the same: sums of weights miss by rounding. */
const SAME = 1e-11;

/** The smallest loss that is exceeded with no more than the probability, `high` where none below is. */
function lossExceeded(
  exceeds: (loss: number) => number,
  { probability, high }: { readonly probability: number; readonly high: number },
): number {
  const most = probability * (1 + SAME);
  let below = { loss: 0, exceeded: exceeds(0) };
  if (below.exceeded <= most) return 0;
  let above = { loss: high, exceeded: exceeds(high) };
  for (let step = 1; step < 200 && above.exceeded <= most; step++) {
    if (above.loss - below.loss <= 4e-16 * above.loss || above.exceeded >= probability * (1 - SAME)) break;
    const loss = step % 3 === 0 ? middle(below.loss, above.loss) : between(below, above, probability);
    const at = { loss, exceeded: exceeds(loss) };
    if (at.exceeded <= most) above = at;
    else below = at;
  }
  return above.loss;
}

interface Exceeded {
  readonly loss: number;
  readonly exceeded: number;
}

/** Where the straight line between the ends, in logarithms, has the probability; half way where it has none. */
function between(below: Exceeded, above: Exceeded, probability: number): number {
  if (!(below.loss > 0 && above.exceeded > 0)) return middle(below.loss, above.loss);
  const share = Math.log(probability / below.exceeded) / Math.log(above.exceeded / below.exceeded);
  const loss = below.loss * (above.loss / below.loss) ** share;
  return loss > below.loss && loss < above.loss ? loss : middle(below.loss, above.loss);
}

/** Geometric where the ends are magnitudes apart, so that small losses are reached in few steps. */
function middle(low: number, high: number): number {
  return low > 0 && high > 4 * low ? Math.sqrt(low) * Math.sqrt(high) : low + (high - low) / 2;
}

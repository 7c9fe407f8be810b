import { incompleteBeta, inverseIncompleteBeta } from "../../stats/incomplete-beta.ts";
import { ratingOf } from "./rating-bounds.ts";

/** A rating that was counted, not judged: so many events of so many opportunities. */
export interface Counted {
  readonly events: number;
  readonly of: number;
}

export interface MeasuredRating {
  /** Of the median share. */
  readonly rating: number;
  /** Median and 90 % interval of the share. */
  readonly share: { readonly estimate: number; readonly low: number; readonly high: number };
  /** Of ratings 1 to 10; they sum to 1. */
  readonly probabilities: readonly number[];
}

/**
 * Rating of a counted share with how sure it is: the posterior Beta(½ + events, ½ + others) of Jeffreys' prior, against the
 * bounds of the ratings.
 *
 * @param from - rising bounds from which ratings 2, 3, … hold
 * @throws RangeError when the counts are no whole numbers with 0 ≤ events ≤ of and of > 0
 * @example
 * measuredRating({ events: 12, of: 4000 }, [1e-6, 1e-5, 1e-4, 5e-4, 2e-3, 1e-2, 2e-2, 5e-2, 1e-1]).rating // => 6
 */
export function measuredRating({ events, of }: Counted, from: readonly number[]): MeasuredRating {
  if (!(Number.isSafeInteger(events) && Number.isSafeInteger(of) && events >= 0 && of > 0 && events <= of))
    throw new RangeError(`counts not usable: ${events} of ${of}; give whole numbers, the first no larger`);
  const posterior = { alpha: events + 0.5, beta: of - events + 0.5 };
  const below = [...from.map((bound) => incompleteBeta(posterior, bound)), 1];
  const estimate = inverseIncompleteBeta(posterior, 0.5);
  return {
    rating: ratingOf(estimate, from),
    share: { estimate, low: inverseIncompleteBeta(posterior, 0.05), high: inverseIncompleteBeta(posterior, 0.95) },
    probabilities: below.map((cumulative, k) => cumulative - (below[k - 1] ?? 0)),
  };
}

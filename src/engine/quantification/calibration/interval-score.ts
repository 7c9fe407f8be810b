/** An interval that was given before the truth was known. */
export interface IntervalAnswer {
  readonly low: number;
  readonly high: number;
  readonly truth: number;
}

/**
 * The interval score of Winkler for a central interval of probability `level`: its width, and 2/(1 − level) times the
 * distance by which it misses. In the unit of the answer; smaller is better, and in the long run nothing scores better
 * than one's true 5 % and 95 % quantiles (at level 0.9).
 *
 * Source: Winkler 1972; Gneiting and Raftery 2007, section 6.2.
 *
 * @example
 * intervalScore({ low: 10, high: 20, truth: 21 }, 0.9) // => 30
 */
export function intervalScore({ low, high, truth }: IntervalAnswer, level: number): number {
  return high - low + (2 / (1 - level)) * Math.max(low - truth, truth - high, 0);
}

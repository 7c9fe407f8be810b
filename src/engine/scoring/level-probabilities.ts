import { levelReachedFrom } from "./level-of.ts";
import type { Level } from "./scale.ts";

/**
 * Probability of each level under an uncertain quantity, lowest level first; they add up to 1.
 *
 * P(level) = P(X < next from) − P(X < from), the ends open: what lies below the first level counts as the first, what
 * lies above the last `to` as the last. A value that sits on a bound has reached it, as `levelOf` has it.
 *
 * `cumulative(x)` is P(X ≤ x) for x ≥ 0, in the unit of the levels; outside [0, 1] or falling by rounding, it is held.
 *
 * @example
 * levelProbabilities([{ name: "a", from: 0, to: 1 }, { name: "b", from: 1, to: 4 }], (x) => Math.min(x / 4, 1))[0]
 * // => 0.25 ± 1e-8
 */
export function levelProbabilities(levels: readonly Level[], cumulative: (x: number) => number): number[] {
  let below = 0;
  return levels.map((_, index) => {
    const next = levels[index + 1];
    const belowNext = next === undefined ? 1 : Math.min(1, Math.max(below, cumulative(levelReachedFrom(next))));
    const probability = belowNext - below;
    below = belowNext;
    return probability;
  });
}

/** Probabilities closer than this are equal, so that rounding does not choose the level. */
const tie = 1e-12;

/**
 * The most probable level, counted from 1; of equally probable ones the highest, because to place a risk too low is
 * the worse mistake.
 *
 * @example
 * mostProbableLevel([0.4, 0.4, 0.2]) // => 2
 */
export function mostProbableLevel(probabilities: readonly number[]): number {
  const highest = Math.max(...probabilities);
  return probabilities.findLastIndex((probability) => probability >= highest - tie) + 1;
}

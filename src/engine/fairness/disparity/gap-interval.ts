import { koopmanInterval } from "../../stats/koopman-interval.ts";
import { type MoverInterval, moverDifference, moverRatio } from "../../stats/mover-interval.ts";
import type { Interval } from "../../stats/wilson-interval.ts";
import type { GapKind } from "./gap.ts";

/** A group's value with its interval at the critical value that holds for all comparisons at once. */
export interface Compared extends MoverInterval {
  /** Of a single share: its successes among so many (effective) rows. */
  readonly proportion?: { readonly successes: number; readonly n: number };
}

/** More pairs than this take the fast interval for ratios. */
const MOST_SCORE_PAIRS = 2000;

/**
 * Interval for the true gap between groups, largest − smallest or smallest ÷ largest: the widest of the intervals of all
 * pairs. As those hold together at the level, so does this, and the plain value lies inside.
 *
 * Differences by MOVER (for shares that is Newcombe's interval), ratios of shares by Koopman's score interval, others by
 * MOVER on the logarithm.
 *
 * @param groups - at least two, with intervals at {@link rangeCriticalValue} of their number
 * @param critical - that value
 * @example
 * const [a, b] = [{ estimate: 0.6, low: 0.490, high: 0.700 }, { estimate: 0.333, low: 0.245, high: 0.436 }];
 * gapInterval([a, b], "difference", 1.96).map((end) => end.toFixed(2)) // => ["0.12", "0.40"]
 */
export function gapInterval(groups: readonly Compared[], kind: GapKind, critical: number): Interval {
  const scores = (groups.length * (groups.length - 1)) / 2 <= MOST_SCORE_PAIRS;
  let [low, high] = kind === "difference" ? [0, 0] : [1, 1];
  for (const [i, a] of groups.entries()) {
    for (const b of groups.slice(i + 1)) {
      const [from, to] = absoluteInterval(pairInterval(a, b, kind, critical, scores), kind);
      low = kind === "difference" ? Math.max(low, from) : Math.min(low, from);
      high = kind === "difference" ? Math.max(high, to) : Math.min(high, to);
    }
  }
  return [low, high];
}

/** Interval for a − b or a ÷ b, as it is. */
export function pairInterval(a: Compared, b: Compared, kind: GapKind, critical: number, scores = true): Interval {
  if (kind === "difference") return moverDifference(a, b);
  if (scores && a.proportion && b.proportion) return koopmanInterval(a.proportion, b.proportion, critical);
  return moverRatio(a, b);
}

/** Interval for the size of a gap whose direction does not matter. */
export function absoluteInterval([low, high]: Interval, kind: GapKind): Interval {
  if (kind === "difference") return [Math.max(0, low, -high), Math.max(Math.abs(low), Math.abs(high))];
  return [Math.min(low, 1 / high), low > 1 ? 1 / low : Math.min(1, high)];
}

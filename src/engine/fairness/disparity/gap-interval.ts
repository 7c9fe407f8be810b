import { koopmanInterval } from "../../stats/koopman-interval.ts";
import { miettinenNurminenInterval } from "../../stats/miettinen-nurminen-interval.ts";
import { type MoverInterval, moverDifference, moverRatio } from "../../stats/mover-interval.ts";
import type { Interval } from "../../stats/wilson-interval.ts";
import type { GapKind } from "./gap.ts";

/** A group's value with its interval at the critical value that holds for all comparisons at once. */
export interface Compared extends MoverInterval {
  /** Of a single share: its successes among so many (effective) rows. */
  readonly proportion?: { readonly successes: number; readonly n: number };
}

/** How the interval of a difference of two shares is computed: quick, or better at few rows. */
export type DifferenceInterval = "newcombe" | "miettinen-nurminen";

/** With more pairs than this, MOVER stands in for the score interval of ratios, and only possible ends are looked at. */
const MOST_PAIRS = 2000;

/**
 * Interval for the true gap between groups, largest − smallest or smallest ÷ largest: the widest of the intervals of all
 * pairs. As those hold together at the level, so does this, and the plain value lies inside.
 *
 * Differences by MOVER (for shares that is Newcombe's interval; Miettinen and Nurminen's on demand), ratios of shares by Koopman's score interval, others by
 * MOVER on the logarithm.
 *
 * @param groups - at least two, with intervals at {@link rangeCriticalValue} of their number
 * @param critical - that value
 * @example
 * const [a, b] = [{ estimate: 0.6, low: 0.490, high: 0.700 }, { estimate: 0.333, low: 0.245, high: 0.436 }];
 * gapInterval([a, b], "difference", 1.96).map((end) => end.toFixed(2)) // => ["0.12", "0.40"]
 */
export function gapInterval(
  groups: readonly Compared[],
  kind: GapKind,
  critical: number,
  difference: DifferenceInterval = "newcombe",
): Interval {
  if ((groups.length * (groups.length - 1)) / 2 > MOST_PAIRS) return fastInterval(groups, kind);
  let [low, high] = kind === "difference" ? [0, 0] : [1, 1];
  for (let i = 0; i < groups.length; i++) {
    for (let j = i + 1; j < groups.length; j++) {
      const [from, to] = absoluteInterval(pairInterval(groups[i]!, groups[j]!, kind, critical, difference), kind);
      low = kind === "difference" ? Math.max(low, from) : Math.min(low, from);
      high = kind === "difference" ? Math.max(high, to) : Math.min(high, to);
    }
  }
  return [low, high];
}

/** MOVER's widest ends over all pairs, from the few groups that can be an end of the widest pair. */
function fastInterval(groups: readonly Compared[], kind: GapKind): Interval {
  const log = kind === "ratio" ? (x: number) => Math.log(Math.max(0, x)) : (x: number) => x;
  const points = groups.map(({ estimate, low, high }) => ({ estimate: log(estimate), low: log(low), high: log(high) }));
  const finite = points.filter(({ estimate }) => Number.isFinite(estimate));
  if (finite.length < points.length) return [0, 1];
  const ends = (sign: 1 | -1, by: (point: MoverInterval) => number) => extremeGapGroups(finite, sign, by);
  let [low, high] = [0, 0];
  const widest = (
    tops: readonly MoverInterval[],
    bottoms: readonly MoverInterval[],
    end: (interval: Interval) => void,
  ) => {
    for (const a of tops) for (const b of bottoms) if (a !== b) end(moverDifference(a, b));
  };
  widest(
    ends(1, (p) => p.high - p.estimate),
    ends(-1, (p) => p.estimate - p.low),
    ([, to]) => {
      high = Math.max(high, to);
    },
  );
  widest(
    ends(1, (p) => p.low - p.estimate),
    ends(-1, (p) => p.estimate - p.high),
    ([from]) => {
      low = Math.max(low, from);
    },
  );
  return kind === "difference" ? [low, high] : [Math.exp(-high), Math.exp(-low)];
}

/**
 * Groups that no two others beat in both their value, taken with a sign, and a second respect: of what grows with both,
 * the largest is among these.
 */
export function extremeGapGroups<Point extends MoverInterval>(
  points: readonly Point[],
  sign: 1 | -1,
  by: (point: Point) => number,
): Point[] {
  const order = points.toSorted((a, b) => sign * (b.estimate - a.estimate) || by(b) - by(a));
  let [best, second] = [-Infinity, -Infinity];
  return order.filter((point) => {
    const value = by(point);
    if (value <= second) return false;
    if (value > best) [best, second] = [value, best];
    else second = value;
    return true;
  });
}

/** Interval for a − b or a ÷ b, as it is. */
export function pairInterval(
  a: Compared,
  b: Compared,
  kind: GapKind,
  critical: number,
  difference: DifferenceInterval = "newcombe",
): Interval {
  if (kind === "difference") {
    const scored = difference === "miettinen-nurminen" && a.proportion && b.proportion;
    return scored ? miettinenNurminenInterval(a.proportion, b.proportion, critical) : moverDifference(a, b);
  }
  if (a.proportion && b.proportion) return koopmanInterval(a.proportion, b.proportion, critical);
  return moverRatio(a, b);
}

/** Interval for the size of a gap whose direction does not matter. */
export function absoluteInterval([low, high]: Interval, kind: GapKind): Interval {
  if (kind === "difference") return [Math.max(0, low, -high), Math.max(Math.abs(low), Math.abs(high))];
  return [Math.min(low, 1 / high), low > 1 ? 1 / low : Math.min(1, high)];
}

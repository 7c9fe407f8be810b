import type { Distribution } from "../stats/distribution.ts";
import { secondMomentBelow } from "../stats/second-moment-below.ts";
import { withinReach } from "./within-reach.ts";

/** Points of the rule over the reach of each of the two. */
const POINTS = 256;

/**
 * The smallest distribution that is nowhere below either of two, both bounded: its distribution function is the lesser
 * of theirs, its quantiles the larger, so that neither its mean nor any quantile is below theirs.
 *
 * It is what remains of two sayings where the worse one is to hold at every probability. Mean, variance and limited
 * expectation are those of the first, to which the excess ∫ max(0, F − G) of the second is added by the trapezoidal
 * rule, 256 points to the reach of each: about 1e-4 of the mean, and exactly the first where the second adds nothing.
 *
 * Throws a RangeError for a quantity without an upper bound, or a first one without partial second moments.
 *
 * @example
 * upperEnvelope(scaledBeta({ alpha: 1, beta: 1, min: 0, max: 1 }), atoms([0.5])).mean // => 0.625 ± 1e-5
 */
export function upperEnvelope(first: Distribution, second: Distribution): Distribution {
  const low = Math.max(first.support[0], second.support[0]);
  const high = Math.max(first.support[1], second.support[1]);
  if (high === Infinity) throw new RangeError("envelope of a quantity without an upper bound; cap it first");
  const excess = (x: number) => Math.max(0, first.cdf(x) - second.cdf(x));
  const points = [...reach(first), ...reach(second)].sort((a, b) => a - b);
  const heights = points.map(excess);
  /** ∫ max(0, F − G)·g up to k. */
  const added = (k: number, weight: (x: number) => number) => {
    let sum = 0;
    for (let j = 1; j < points.length && points[j - 1]! < k; j++) {
      const [from, to] = [points[j - 1]!, Math.min(points[j]!, k)];
      const at = to === points[j] ? heights[j]! : excess(to);
      sum += ((to - from) * (heights[j - 1]! * weight(from) + at * weight(to))) / 2;
    }
    return sum;
  };
  const limited = (k: number) => first.limitedExpectation(k) + added(k, () => 1);
  const mean = first.mean + added(high, () => 1);
  const square = secondMomentBelow(first, high) + added(high, (x) => 2 * x);
  return {
    mean,
    variance: Math.max(0, square - mean * mean),
    support: [low, high],
    cdf: (x) => (x < low ? 0 : Math.min(first.cdf(x), second.cdf(x))),
    quantile: (p) => Math.max(first.quantile(p), second.quantile(p)),
    limitedExpectation: (k) => (k <= low ? k : limited(k)),
  };
}

/** Points over where a distribution is; just below a value that it sits on, so that the step there is not sloped. */
function reach(distribution: Distribution): number[] {
  if (distribution.atoms) return distribution.atoms.values.flatMap((value) => [value * (1 - 1e-12), value]);
  const [low, high] = withinReach(distribution).support;
  return Array.from({ length: POINTS + 1 }, (_, k) => low + ((high - low) * k) / POINTS);
}

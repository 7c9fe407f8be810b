import { weightedAtoms } from "./atoms.ts";
import type { Distribution } from "./distribution.ts";
import { invertCdf } from "./invert-cdf.ts";
import { secondMomentBelow } from "./second-moment-below.ts";

/** One distribution among several, with its share or weight. */
export interface WeightedDistribution {
  readonly distribution: Distribution;
  readonly weight: number;
}

/**
 * The distribution that is X with probability 1 − share and Y with probability share.
 *
 * @example
 * mixture(atoms([0]), atoms([8]), 0.25).mean // => 2
 */
export function mixture(x: Distribution, y: Distribution, share: number): Distribution {
  return mixtureOf([
    { distribution: x, weight: 1 - share },
    { distribution: y, weight: share },
  ]);
}

/**
 * The distribution that is one of several, each with its probability; the weights must sum to 1, those of 0 drop out.
 *
 * Mean, variance, distribution function and limited expectation are the weighted ones, hence exact; a quantile is found
 * by bisection.
 *
 * @example
 * mixtureOf([{ distribution: atoms([1]), weight: 0.5 }, { distribution: atoms([3]), weight: 0.5 }]).variance // => 1
 */
export function mixtureOf(weighted: readonly WeightedDistribution[]): Distribution {
  const parts = weighted.filter(({ weight }) => weight !== 0);
  if (parts.length === 1) return parts[0]!.distribution;
  if (parts.every(({ distribution }) => distribution.atoms)) {
    return weightedAtoms({
      values: parts.flatMap(({ distribution }) => distribution.atoms!.values),
      weights: parts.flatMap(({ distribution, weight }) => distribution.atoms!.weights.map((w) => w * weight)),
    });
  }
  const mix = (of: (part: Distribution) => number) => {
    let sum = 0;
    for (const { distribution, weight } of parts) sum += weight * of(distribution);
    return sum;
  };
  const mean = mix((part) => part.mean);
  const cdf = (at: number) => mix((part) => part.cdf(at));
  const laws = parts.map(({ distribution }) => distribution);
  const hasMoments = laws.every((law) => law.atoms || law.secondMomentBelow);
  return {
    mean,
    variance: mix((part) => part.variance + (part.mean - mean) ** 2),
    support: [Math.min(...laws.map((law) => law.support[0])), Math.max(...laws.map((law) => law.support[1]))],
    cdf,
    quantile(p) {
      const ends = laws.map((law) => law.quantile(p));
      const [low, high] = [Math.min(...ends), Math.max(...ends)];
      if (p <= 0 || p >= 1) return p <= 0 ? low : high;
      return invertCdf(p, { cdf, low, high });
    },
    limitedExpectation: (k) => mix((part) => part.limitedExpectation(k)),
    ...(hasMoments && { secondMomentBelow: (k: number) => mix((part) => secondMomentBelow(part, k)) }),
    ...(laws.every((law) => law.density) && { density: (x: number) => mix((part) => part.density!(x)) }),
  };
}

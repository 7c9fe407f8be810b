import { atoms, weightedAtoms } from "./atoms.ts";
import type { Distribution } from "./distribution.ts";
import { secondMomentBelow } from "./second-moment-below.ts";

/**
 * The distribution of min(X, cap): what lies above the cap sits on it. A distribution that never passes the cap is
 * returned as it is. Mean and variance are those of the capped one, in closed form.
 *
 * Throws a RangeError where the distribution has no partial second moment.
 *
 * @example
 * capped(atoms([0.5, 2]), 1).mean // => 0.75
 */
export function capped(distribution: Distribution, cap: number): Distribution {
  const [low, high] = distribution.support;
  if (high <= cap) return distribution;
  if (low >= cap) return atoms([cap]);
  if (distribution.atoms) {
    const { values, weights } = distribution.atoms;
    return weightedAtoms({ values: values.map((value) => Math.min(value, cap)), weights });
  }
  const mean = distribution.limitedExpectation(cap);
  const secondMoment = secondMomentBelow(distribution, cap) + cap * cap * (1 - distribution.cdf(cap));
  return {
    mean,
    variance: Math.max(0, secondMoment - mean * mean),
    support: [low, cap],
    cdf: (x) => (x >= cap ? 1 : distribution.cdf(x)),
    quantile: (p) => Math.min(cap, distribution.quantile(p)),
    limitedExpectation: (k) => distribution.limitedExpectation(Math.min(k, cap)),
    ...(distribution.density && { density: (x: number) => (x < cap ? distribution.density!(x) : 0) }),
    secondMomentBelow: (k) => (k >= cap ? secondMoment : secondMomentBelow(distribution, k)),
  };
}

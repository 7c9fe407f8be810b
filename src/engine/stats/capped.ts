import { weightedAtoms } from "./atoms.ts";
import type { Distribution } from "./distribution.ts";

/**
 * The distribution of min(X, cap): what lies above the cap sits on it. A distribution that never passes the cap is
 * returned as it is. Mean and variance are those of the capped one, in closed form.
 *
 * Throws a RangeError where an unbounded distribution has no partial second moment.
 *
 * @example
 * capped(atoms([0.5, 2]), 1).mean // => 0.75
 */
export function capped(distribution: Distribution, cap: number): Distribution {
  const [low, high] = distribution.support;
  if (high <= cap) return distribution;
  if (distribution.atoms) {
    const { values, weights } = distribution.atoms;
    return weightedAtoms({ values: values.map((value) => Math.min(value, cap)), weights });
  }
  if (!distribution.secondMomentBelow) throw new RangeError(`cap ${cap} cuts a distribution without partial moments`);
  const mean = distribution.limitedExpectation(cap);
  const secondMoment = distribution.secondMomentBelow(cap) + cap * cap * (1 - distribution.cdf(cap));
  return {
    mean,
    variance: Math.max(0, secondMoment - mean * mean),
    support: [Math.min(low, cap), cap],
    cdf: (x) => (x >= cap ? 1 : distribution.cdf(x)),
    quantile: (p) => Math.min(cap, distribution.quantile(p)),
    limitedExpectation: (k) => distribution.limitedExpectation(Math.min(k, cap)),
  };
}

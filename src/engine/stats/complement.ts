import { weightedAtoms } from "./atoms.ts";
import type { Distribution } from "./distribution.ts";
import { justBelow } from "./just-below.ts";

/**
 * The distribution of 1 − X, for X in [0, 1]: what an effectiveness leaves over.
 *
 * @example
 * complement(atoms([0.25])).mean // => 0.75
 */
export function complement(distribution: Distribution): Distribution {
  if (distribution.atoms) {
    const { values, weights } = distribution.atoms;
    return weightedAtoms({ values: values.map((value) => 1 - value), weights });
  }
  const [low, high] = distribution.support;
  const { density } = distribution;
  return {
    mean: 1 - distribution.mean,
    variance: distribution.variance,
    support: [1 - high, 1 - low],
    cdf: (x) => (x >= 1 - low ? 1 : x < 1 - high ? 0 : 1 - distribution.cdf(justBelow(1 - x))),
    quantile: (p) => 1 - distribution.quantile(1 - p),
    limitedExpectation(k) {
      if (k <= 1 - high) return k;
      // min(1 − X, k) = 1 − max(X, 1 − k), and max(X, a) = a + X − min(X, a).
      const from = 1 - k;
      return 1 - (from + distribution.mean - distribution.limitedExpectation(from));
    },
    ...(density ? { density: (x: number) => density.call(distribution, 1 - x) } : {}),
  };
}

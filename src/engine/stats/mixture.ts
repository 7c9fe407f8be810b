import { weightedAtoms } from "./atoms.ts";
import type { Distribution } from "./distribution.ts";
import { invertCdf } from "./invert-cdf.ts";

/**
 * The distribution that is X with probability 1 − share and Y with probability share.
 *
 * @example
 * mixture(atoms([0]), atoms([8]), 0.25).mean // => 2
 */
export function mixture(x: Distribution, y: Distribution, share: number): Distribution {
  if (share === 0) return x;
  if (share === 1) return y;
  if (x.atoms && y.atoms) {
    return weightedAtoms({
      values: [...x.atoms.values, ...y.atoms.values],
      weights: [...x.atoms.weights.map((w) => w * (1 - share)), ...y.atoms.weights.map((w) => w * share)],
    });
  }
  const mix = (a: number, b: number) => (1 - share) * a + share * b;
  const mean = mix(x.mean, y.mean);
  const cdf = (at: number) => mix(x.cdf(at), y.cdf(at));
  return {
    mean,
    variance: mix(x.variance + (x.mean - mean) ** 2, y.variance + (y.mean - mean) ** 2),
    support: [Math.min(x.support[0], y.support[0]), Math.max(x.support[1], y.support[1])],
    cdf,
    quantile(p) {
      const ends = [x.quantile(p), y.quantile(p)] as const;
      if (p <= 0 || p >= 1) return p <= 0 ? Math.min(...ends) : Math.max(...ends);
      return invertCdf(p, { cdf, low: Math.min(...ends), high: Math.max(...ends) });
    },
    limitedExpectation: (k) => mix(x.limitedExpectation(k), y.limitedExpectation(k)),
  };
}

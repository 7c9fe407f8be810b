import type { Distribution } from "../stats/distribution.ts";

/** Mass left outside on either side. */
const OUTSIDE = 1e-12;

/**
 * The same distribution, said to reach only from its 10⁻¹² quantile to its 1 − 10⁻¹² quantile, so that what parts the
 * support parts it where the mass is: a share learned from many cases is a needle in [0, 1]. Moments and probabilities
 * stay as they are; one on finitely many values, or without an upper bound, is returned.
 *
 * @example
 * withinReach(scaledBeta({ alpha: 40, beta: 3960, min: 0, max: 1 })).support[1] < 0.03 // => true
 */
export function withinReach(distribution: Distribution): Distribution {
  if (distribution.atoms || distribution.support[1] === Infinity) return distribution;
  const support = [distribution.quantile(OUTSIDE), distribution.quantile(1 - OUTSIDE)] as const;
  return { ...distribution, support };
}

import type { Distribution } from "../stats/distribution.ts";
import { integrateAgainst } from "../stats/integrate-against.ts";

/**
 * The smallest distribution that is nowhere below either of two, both bounded: its distribution function is the lesser
 * of theirs, its quantiles the larger, so that neither its mean nor any quantile is below theirs.
 *
 * It is what remains of two sayings where the worse one is to hold at every probability. Mean, variance and limited
 * expectation integrate the distribution function, to about 1e-10 of the range. Throws a RangeError for a quantity
 * without an upper bound.
 *
 * @example
 * upperEnvelope(atoms([0.1, 0.4]), atoms([0.2, 0.3])).mean // => 0.3
 */
export function upperEnvelope(a: Distribution, b: Distribution): Distribution {
  const low = Math.max(a.support[0], b.support[0]);
  const high = Math.max(a.support[1], b.support[1]);
  if (high === Infinity) throw new RangeError("envelope of a quantity without an upper bound; cap it first");
  const cdf = (x: number) => (x < low ? 0 : Math.min(a.cdf(x), b.cdf(x)));
  // E[g(X)] for g rising from 0 at low: what lies at low adds nothing.
  const expectation = (of: (above: number) => number, to: number) =>
    integrateAgainst(cdf, { of: (x) => of(x - low), low, high: to });
  const limited = (k: number) => (k <= low ? k : low + expectation((above) => above, k) + (k - low) * (1 - cdf(k)));
  const mean = limited(high);
  return {
    mean,
    variance: Math.max(0, expectation((above) => above * above, high) - (mean - low) ** 2),
    support: [low, high],
    cdf,
    quantile: (p) => Math.max(a.quantile(p), b.quantile(p)),
    limitedExpectation: (k) => limited(Math.min(k, high)),
  };
}

import { weightedAtoms } from "./atoms.ts";
import type { Distribution } from "./distribution.ts";
import { integrateAgainst } from "./integrate-against.ts";
import { invertCdf } from "./invert-cdf.ts";

/**
 * The distribution of the largest of independent quantities, each bounded: its distribution function is the product of
 * theirs.
 *
 * Exact on finitely many values; else mean, variance and limited expectation integrate the distribution function, to
 * about 1e-10 of the range. One quantity is returned as it is. Throws a RangeError for none, or for one without an upper bound.
 *
 * @example
 * maximum([atoms([0.2, 0.6]), atoms([0.4])]).mean // => 0.5
 */
export function maximum(quantities: readonly Distribution[]): Distribution {
  const [first, ...rest] = quantities;
  if (!first) throw new RangeError("maximum of no quantity; give one at least");
  if (rest.length === 0) return first;
  const low = Math.max(...quantities.map(({ support }) => support[0]));
  const high = Math.max(...quantities.map(({ support }) => support[1]));
  if (high === Infinity) throw new RangeError("maximum of a quantity without an upper bound; cap it first");
  const cdf = (x: number) => (x < low ? 0 : quantities.reduce((total, quantity) => total * quantity.cdf(x), 1));
  if (quantities.every(({ atoms }) => atoms)) return maximumOfAtoms(quantities, cdf);
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
    quantile: (p) => (p <= 0 ? low : p >= 1 ? high : invertCdf(p, { cdf, low, high })),
    limitedExpectation: (k) => limited(Math.min(k, high)),
  };
}

/** Mass of each value: what the distribution function rises by there. */
function maximumOfAtoms(quantities: readonly Distribution[], cdf: (x: number) => number): Distribution {
  const values = [...new Set(quantities.flatMap(({ atoms }) => atoms!.values))].sort((a, b) => a - b);
  let before = 0;
  const weights = values.map((value) => {
    const level = cdf(value);
    const weight = level - before;
    before = level;
    return weight;
  });
  const kept = values.map((_, k) => k).filter((k) => weights[k]! > 0);
  return weightedAtoms({ values: kept.map((k) => values[k]!), weights: kept.map((k) => weights[k]!) });
}

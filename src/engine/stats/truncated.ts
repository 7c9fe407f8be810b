import { weightedAtoms } from "./atoms.ts";
import type { Distribution } from "./distribution.ts";
import { justBelow } from "./just-below.ts";
import { secondMomentBelow } from "./second-moment-below.ts";

/** Where a distribution is cut on either side; both ends are kept. */
export interface Truncation {
  /** −∞ unless given. */
  readonly from?: number | undefined;
  /** ∞ unless given. */
  readonly to?: number | undefined;
}

/**
 * P(from ≤ X ≤ to): what a truncation keeps.
 *
 * @example
 * truncatedShare(atoms([1, 2, 3, 4]), { from: 2, to: 3 }) // => 0.5
 */
export function truncatedShare(distribution: Distribution, { from = -Infinity, to = Infinity }: Truncation): number {
  const above = to >= distribution.support[1] ? 1 : distribution.cdf(to);
  const below = from <= distribution.support[0] ? 0 : distribution.cdf(justBelow(from));
  return above - below;
}

/**
 * The distribution of X given from ≤ X ≤ to. Ends beyond the support cut nothing.
 *
 * Mean and variance in closed form from the partial moments; where little is kept of a long tail they lose as many
 * digits as that share has zeros. Throws a RangeError where nothing is kept, or partial moments are missing.
 *
 * @example
 * truncated(atoms([1, 2, 6]), { to: 5 }).mean // => 1.5
 */
export function truncated(distribution: Distribution, truncation: Truncation): Distribution {
  const from = Math.max(truncation.from ?? -Infinity, distribution.support[0]);
  const to = Math.min(truncation.to ?? Infinity, distribution.support[1]);
  if (from === distribution.support[0] && to === distribution.support[1]) return distribution;
  const kept = truncatedShare(distribution, truncation);
  if (!(kept > 0)) throw new RangeError(`nothing is kept from ${from} to ${to}; widen the truncation`);
  if (distribution.atoms) {
    const { values, weights } = distribution.atoms;
    const inside = [...values.keys()].filter((k) => values[k]! >= from && values[k]! <= to);
    const sum = inside.reduce((total, k) => total + weights[k]!, 0);
    return weightedAtoms({ values: inside.map((k) => values[k]!), weights: inside.map((k) => weights[k]! / sum) });
  }
  const { density } = distribution;
  const before = justBelow(from);
  const cutsBelow = from > distribution.support[0];
  const below = cutsBelow ? distribution.cdf(before) : 0;
  const beyond = to < distribution.support[1] ? 1 - distribution.cdf(to) : 0;
  const limitedFrom = distribution.limitedExpectation(from);
  const limited = (k: number) => {
    const rise = distribution.limitedExpectation(k) - limitedFrom;
    return from + (beyond > 0 ? rise - beyond * (k - from) : rise) / kept;
  };
  const squaresBefore = cutsBelow ? secondMomentBelow(distribution, before) : 0;
  const squaresTo = (k: number) => (secondMomentBelow(distribution, k) - squaresBefore) / kept;
  const mean = limited(to);
  return {
    mean,
    variance: Math.max(0, squaresTo(to) - mean * mean),
    support: [from, to],
    cdf: (x) => (x < from ? 0 : x >= to ? 1 : Math.min(1, (distribution.cdf(x) - below) / kept)),
    quantile: (p) => Math.min(to, Math.max(from, distribution.quantile(Math.min(1, below + p * kept)))),
    limitedExpectation: (k) => (k <= from ? k : k >= to ? mean : limited(k)),
    secondMomentBelow: (k) => (k < from ? 0 : squaresTo(Math.min(k, to))),
    ...(density && {
      density: (x: number) => (x >= from && x <= to ? density.call(distribution, x) / kept : 0),
    }),
  };
}

import type { Distribution } from "./distribution.ts";

/**
 * E[X²; X ≤ k], the mass at k included: from the atoms, from the whole where k is beyond the support, or from the
 * distribution's own closed form.
 *
 * Throws a RangeError where the distribution has none of these.
 *
 * @example
 * secondMomentBelow(atoms([1, 3]), 2) // => 0.5
 */
export function secondMomentBelow(distribution: Distribution, k: number): number {
  const { atoms, mean, variance, support } = distribution;
  if (atoms) return atoms.values.reduce((sum, x, i) => (x <= k ? sum + atoms.weights[i]! * x * x : sum), 0);
  if (k < support[0]) return 0;
  if (k >= support[1]) return variance + mean * mean;
  if (!distribution.secondMomentBelow) throw new RangeError(`${k} cuts a distribution without partial moments`);
  return distribution.secondMomentBelow(k);
}

/**
 * E[X; X ≤ k], the mass at k included.
 *
 * @example
 * firstMomentBelow(atoms([1, 3]), 2) // => 0.5
 */
export function firstMomentBelow(distribution: Distribution, k: number): number {
  if (k === Infinity) return distribution.mean;
  return distribution.limitedExpectation(k) - k * (1 - distribution.cdf(k));
}

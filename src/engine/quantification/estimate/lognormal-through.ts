import { lognormal } from "../../stats/lognormal.ts";
import { normalQuantile } from "../../stats/normal-quantile.ts";
import type { Quantile } from "./estimate.ts";

/** A lognormal near given quantiles, and what it has in their places. */
export interface LognormalFit {
  readonly mu: number;
  readonly sigma: number;
  /** The fit's own values at the given p, in order. */
  readonly fitted: readonly number[];
  /** The largest |fitted/value − 1|. */
  readonly largestDeviation: number;
}

/**
 * The lognormal nearest to two or more quantiles, p rising in (0, 1) and values rising above 0: the straight line of
 * least squares through the logarithms of the values over the normal scores of p. Through two it passes exactly.
 *
 * @example
 * lognormalThrough([{ p: 0.05, value: 1 }, { p: 0.95, value: 10 }]).sigma // => 0.699936169
 */
export function lognormalThrough(quantiles: readonly Quantile[]): LognormalFit {
  const scores = quantiles.map(({ p }) => normalQuantile(p));
  const logs = quantiles.map(({ value }) => Math.log(value));
  const middle = (of: readonly number[]) => of.reduce((sum, x) => sum + x, 0) / of.length;
  const [score, log] = [middle(scores), middle(logs)];
  let joint = 0;
  let own = 0;
  scores.forEach((z, k) => {
    joint += (z - score) * (logs[k]! - log);
    own += (z - score) ** 2;
  });
  const sigma = joint / own;
  const mu = log - sigma * score;
  const { quantile } = lognormal({ mu, sigma });
  const fitted = quantiles.map(({ p }) => quantile(p));
  const deviations = quantiles.map(({ value }, k) => Math.abs(fitted[k]! / value - 1));
  return { mu, sigma, fitted, largestDeviation: Math.max(...deviations) };
}

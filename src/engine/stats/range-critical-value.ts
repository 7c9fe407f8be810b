import { findRoot } from "./find-root.ts";
import { normalCdf } from "./normal-cdf.ts";
import { normalQuantile } from "./normal-quantile.ts";

/**
 * Critical value for all differences of k independent estimates at once (Tukey and Kramer): with it in the place of the
 * normal quantile, the intervals of all pairs hold together with at least the level, exactly for equal variances (Hayter
 * 1984). It is the quantile of the range of k standard normals ÷ √2; for two it is the two-sided normal quantile.
 *
 * @param groups - how many estimates; with fewer than two there is one quantile, that of two
 * @param level - in (0, 1)
 * @example
 * [rangeCriticalValue(2, 0.95), rangeCriticalValue(5, 0.95)] // => [1.959964, 2.727774]
 */
export function rangeCriticalValue(groups: number, level: number): number {
  const k = Math.max(2, groups);
  const key = `${k} ${level}`;
  const value = computed.get(key) ?? findCriticalValue(k, level);
  if (computed.size < 10_000) computed.set(key, value);
  return value;
}

/** It lies between the quantile of a single pair and that of Bonferroni, who takes all pairs for exclusive. */
function findCriticalValue(k: number, level: number): number {
  const single = -normalQuantile((1 - level) / 2);
  if (k === 2) return single;
  const bonferroni = -normalQuantile((1 - level) / (k * (k - 1)));
  return findRoot((x) => rangeCdf(x, k) - level, { low: single, high: bonferroni });
}

/** Asked for again and again with the same few arguments. */
const computed = new Map<string, number>();

/** Probability that no two of k standard normals differ by more than `value` × √2. */
export function rangeCdf(value: number, k: number): number {
  const width = value * Math.SQRT2;
  // Trapezoids converge geometrically here: the integrand and all its derivatives vanish at both ends.
  const steps = 240;
  const low = -8.5;
  const high = 8.5 + width;
  const step = (high - low) / steps;
  let sum = 0;
  for (let i = 1; i < steps; i++) {
    const z = low + i * step;
    sum += Math.exp(-0.5 * z * z) * (normalCdf(z) - normalCdf(z - width)) ** (k - 1);
  }
  return Math.min(1, (k * sum * step) / Math.sqrt(2 * Math.PI));
}

import { normalCdf } from "./normal-cdf.ts";
import { normalQuantile } from "./normal-quantile.ts";
import { sampleQuantile } from "./sample-quantile.ts";
import type { Interval } from "./wilson-interval.ts";

/**
 * Bias-corrected and accelerated bootstrap interval (Efron 1987). Replicates equal to the estimate count half, so that a
 * discrete statistic is not taken for a biased one.
 *
 * @param sorted - replicates, ascending
 * @param estimate - of the same statistic on the data themselves
 * @param acceleration - Σ n (θ̄ − θ₍c₎)³ ÷ 6 (Σ n (θ̄ − θ₍c₎)²)^{3/2}, θ₍c₎ being the statistic without one row of a cell of n
 * @param level - confidence, in (0, 1)
 * @example
 * bcaInterval(Array.from({ length: 201 }, (_, k) => k), 100, 0, 0.9).map((end) => Math.round(end)) // => [10, 190]
 */
export function bcaInterval(sorted: ArrayLike<number>, estimate: number, acceleration: number, level = 0.95): Interval {
  let below = 0;
  for (let k = 0; k < sorted.length; k++) below += sorted[k]! < estimate ? 1 : sorted[k]! === estimate ? 0.5 : 0;
  const half = 0.5 / sorted.length;
  const bias = normalQuantile(Math.min(1 - half, Math.max(half, below / sorted.length)));
  const end = (tail: number) => {
    const z = bias + normalQuantile(tail);
    return sampleQuantile(sorted, normalCdf(bias + z / (1 - acceleration * z)));
  };
  const tail = (1 - level) / 2;
  return [end(tail), end(1 - tail)];
}

/** Acceleration of {@link bcaInterval} from the statistic without one row of each cell, and the cells' counts. */
export function bcaAcceleration(without: ArrayLike<number>, counts: ArrayLike<number>): number {
  let rows = 0;
  let sum = 0;
  for (let c = 0; c < without.length; c++) {
    if (!(counts[c]! > 0) || Number.isNaN(without[c]!)) continue;
    rows += counts[c]!;
    sum += counts[c]! * without[c]!;
  }
  const mean = sum / rows;
  let squares = 0;
  let cubes = 0;
  for (let c = 0; c < without.length; c++) {
    if (!(counts[c]! > 0) || Number.isNaN(without[c]!)) continue;
    const away = mean - without[c]!;
    squares += counts[c]! * away * away;
    cubes += counts[c]! * away * away * away;
  }
  return squares > 0 ? cubes / (6 * squares ** 1.5) : 0;
}

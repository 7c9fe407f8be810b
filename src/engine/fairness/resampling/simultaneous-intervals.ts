import { sampleQuantile } from "../../stats/sample-quantile.ts";
import type { Interval } from "../../stats/wilson-interval.ts";
import type { OutcomeTable } from "../rate/outcome-table.ts";
import type { TableStatistic } from "./bootstrap-interval.ts";
import { type Resampling, resampleTable } from "./resample-table.ts";

export interface SimultaneousIntervals {
  /** One interval a statistic; null where the statistic or too many of its replicates have no value. */
  readonly intervals: readonly (Interval | null)[];
  /** What stands in the place of 1.96. */
  readonly critical: number;
  /** P-value of each statistic being 0, adjusted for being asked together. */
  readonly pValues: readonly (number | null)[];
}

/**
 * Intervals that hold together: each statistic ± c · its bootstrap standard error, c being the quantile of the largest
 * |t| of a replicate (max-|t|, single step). For statistics that share rows, such as every group against all.
 *
 * @example
 * const counts = Float64Array.of(30, 0, 0, 60, 0, 0, 0, 0, 0, 30, 0, 0, 60, 0, 0, 0, 0, 0);
 * const table = { attributes: ["g"], groups: [{ g: "a" }], n: counts, weight: counts, weightSquares: counts, weights: "none" };
 * const { critical } = simultaneousIntervals(table, [(weight) => rateOf(weight, 0, "baseRate")], { level: 0.95, replicates: 4000, seed: 1 });
 * Math.abs(critical - 1.96) < 0.1 // => true
 */
export function simultaneousIntervals(
  table: OutcomeTable,
  statistics: readonly TableStatistic[],
  { level, replicates, seed, resampling }: { level: number; replicates: number; seed: number; resampling?: Resampling },
): SimultaneousIntervals {
  const values = statistics.map(() => new Float64Array(replicates));
  const how = resampling ?? (table.weights === "given" ? "poisson" : "rows-within-groups");
  resampleTable(table, { resampling: how, replicates, seed }, (weight, replicate) => {
    for (const [k, statistic] of statistics.entries()) values[k]![replicate] = statistic(weight);
  });
  const asked = statistics.map((statistic, k) => {
    const estimate = statistic(table.weight);
    const defined = values[k]!.filter((value) => Number.isFinite(value));
    if (!Number.isFinite(estimate) || defined.length < 0.95 * replicates) return null;
    const mean = defined.reduce((sum, value) => sum + value, 0) / defined.length;
    const variance = defined.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (defined.length - 1);
    return { estimate, error: Math.sqrt(variance) };
  });
  const largest = new Float64Array(replicates);
  for (const [k, one] of asked.entries()) {
    if (one === null || one.error === 0) continue;
    for (let b = 0; b < replicates; b++) {
      const t = Math.abs(values[k]![b]! - one.estimate) / one.error;
      if (t > largest[b]!) largest[b] = t;
    }
  }
  largest.sort();
  const critical = sampleQuantile(largest, level);
  return {
    critical,
    intervals: asked.map((one) => one && [one.estimate - critical * one.error, one.estimate + critical * one.error]),
    pValues: asked.map((one) => {
      if (one === null) return null;
      const t = one.error > 0 ? Math.abs(one.estimate) / one.error : one.estimate === 0 ? 0 : Infinity;
      return (1 + largest.filter((value) => value >= t).length) / (1 + replicates);
    }),
  };
}

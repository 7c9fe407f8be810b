import { bcaAcceleration, bcaInterval } from "../../stats/bca-interval.ts";
import { sampleQuantile } from "../../stats/sample-quantile.ts";
import type { Figure } from "../rate/figure.ts";
import type { OutcomeTable } from "../rate/outcome-table.ts";
import { OUTCOMES } from "../rate/outcome-table.ts";
import { type Resampling, resampleTable } from "./resample-table.ts";

/** A statistic of the weights of groups by outcome, the last block being all groups; NaN where it is undefined. */
export type TableStatistic = (weight: Float64Array) => number;

export interface BootstrapSettings {
  readonly level: number;
  readonly replicates: number;
  readonly seed: number;
  readonly resampling?: Resampling;
  readonly interval?: "percentile" | "bca";
}

/** More undefined replicates than this share, and no interval is given. */
const MOST_UNDEFINED = 0.05;

/**
 * Bootstrap intervals of statistics of a table, all from the same replicates. The statistic that is reported is the one
 * that is resampled, whole: the largest of two largest gaps is one statistic.
 *
 * A percentile interval of a largest gap inherits its upward bias; {@link measureDisparity} gives an interval for the
 * true gap instead. BCa uses the acceleration of leaving out one row of each cell, which cells make cheap.
 *
 * @returns for each statistic a figure; without ends where more than 5 % of the replicates had no value
 * @example
 * const counts = Float64Array.of(30, 0, 0, 60, 0, 0, 0, 0, 0, 30, 0, 0, 60, 0, 0, 0, 0, 0);
 * const table = { attributes: ["g"], groups: [{ g: "a" }], n: counts, weight: counts, weightSquares: counts, weights: "none" };
 * const [figure] = bootstrapIntervals(table, [(weight) => rateOf(weight, 0, "baseRate")], { level: 0.95, replicates: 999, seed: 1 });
 * [figure.low < 1 / 3, figure.estimate, figure.high > 1 / 3] // => [true, 0.3333333333333333, true]
 */
export function bootstrapIntervals(
  table: OutcomeTable,
  statistics: readonly TableStatistic[],
  { level, replicates, seed, interval = "bca", resampling }: BootstrapSettings,
): Figure[] {
  const values = statistics.map(() => new Float64Array(replicates));
  const how = resampling ?? (table.weights === "given" ? "poisson" : "rows-within-groups");
  resampleTable(table, { resampling: how, replicates, seed }, (weight, replicate) => {
    for (const [k, statistic] of statistics.entries()) values[k]![replicate] = statistic(weight);
  });
  const n = table.n.subarray(table.groups.length * OUTCOMES).reduce((sum, rows) => sum + rows, 0);
  return statistics.map((statistic, k): Figure => {
    const estimate = statistic(table.weight);
    if (Number.isNaN(estimate)) return { estimate: null, reason: "empty" };
    const defined = values[k]!.filter((value) => !Number.isNaN(value)).sort();
    const missing = 1 - defined.length / replicates;
    if (missing > MOST_UNDEFINED || !Number.isFinite(defined[0]!) || !Number.isFinite(defined.at(-1)!)) {
      const reason = `no interval: ${(100 * missing).toFixed(1)} % of replicates without a value`;
      return { estimate, low: null, high: null, level, n, method: "none", reason };
    }
    const tail = (1 - level) / 2;
    const [low, high] =
      interval === "bca"
        ? bcaInterval(defined, estimate, accelerationOf(table, statistic), level)
        : [sampleQuantile(defined, tail), sampleQuantile(defined, 1 - tail)];
    return { estimate, low, high, level, n, method: `bootstrap-${interval}` };
  });
}

/** Acceleration from the statistic without one row of each cell; a row weighs as its cell's rows do on average. */
function accelerationOf(table: OutcomeTable, statistic: TableStatistic): number {
  const own = table.groups.length * OUTCOMES;
  const weight = Float64Array.from(table.weight);
  const without = new Float64Array(own);
  for (let cell = 0; cell < own; cell++) {
    if (!(table.n[cell]! > 0)) continue;
    const row = table.weight[cell]! / table.n[cell]!;
    const all = own + (cell % OUTCOMES);
    weight[cell] = table.weight[cell]! - row;
    weight[all] = table.weight[all]! - row;
    without[cell] = statistic(weight);
    weight[cell] = table.weight[cell]!;
    weight[all] = table.weight[all]!;
  }
  return bcaAcceleration(without, table.n.subarray(0, own));
}

import { bcaAcceleration, bcaInterval } from "../../stats/bca-interval.ts";
import { sampleQuantile } from "../../stats/sample-quantile.ts";
import type { Figure } from "../rate/figure.ts";
import type { OutcomeTable } from "../rate/outcome-table.ts";
import { OUTCOMES } from "../rate/outcome-table.ts";
import { type Resampling, resampleClusterTables, resampleTable } from "./resample-table.ts";

/** A statistic of the weights of groups by outcome, the last block being all groups; NaN where it is undefined. */
export type TableStatistic = (weight: Float64Array) => number;

export interface BootstrapSettings {
  readonly level: number;
  readonly replicates: number;
  readonly seed: number;
  readonly resampling?: Resampling;
  readonly interval?: "percentile" | "bca";
  /** Rows that belong together, each cluster's weights by group and outcome: then whole clusters are drawn. */
  readonly clusters?: readonly Float64Array[];
}

/** More undefined replicates than this share, and no interval is given. */
const MOST_UNDEFINED = 0.05;

/** Several statistics at once: what they share is computed once a replicate. */
export interface TableStatistics {
  readonly count: number;
  /** Fills `values`; NaN where a statistic is undefined. */
  fill(weight: Float64Array, values: Float64Array): void;
}

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
  statistics: readonly TableStatistic[] | TableStatistics,
  { level, replicates, seed, interval = "bca", resampling, clusters }: BootstrapSettings,
): Figure[] {
  const { count, fill } = together(statistics);
  const values = Array.from({ length: count }, () => new Float64Array(replicates));
  const how = resampling ?? (table.weights === "given" ? "poisson" : "rows-within-groups");
  const now = new Float64Array(count);
  const keep = (weight: Float64Array, replicate: number) => {
    fill(weight, now);
    for (let k = 0; k < count; k++) values[k]![replicate] = now[k]!;
  };
  if (clusters) resampleClusterTables(clusters, { replicates, seed }, keep);
  else resampleTable(table, { resampling: how, replicates, seed }, keep);
  const estimates = new Float64Array(count);
  fill(table.weight, estimates);
  const accelerations = interval === "bca" ? accelerationsOf(table, clusters ?? null, { count, fill }) : estimates;
  const n = table.n.subarray(table.groups.length * OUTCOMES).reduce((sum, rows) => sum + rows, 0);
  return values.map((column, k): Figure => {
    const estimate = estimates[k]!;
    if (Number.isNaN(estimate)) return { estimate: null, reason: "empty" };
    const defined = column.filter((value) => !Number.isNaN(value)).sort();
    const missing = 1 - defined.length / replicates;
    if (missing > MOST_UNDEFINED || !Number.isFinite(defined[0]!) || !Number.isFinite(defined.at(-1)!)) {
      const reason = `no interval: ${(100 * missing).toFixed(1)} % of replicates without a value`;
      return { estimate, low: null, high: null, level, n, method: "none", reason };
    }
    const tail = (1 - level) / 2;
    const [low, high] =
      interval === "bca"
        ? bcaInterval(defined, estimate, accelerations[k]!, level)
        : [sampleQuantile(defined, tail), sampleQuantile(defined, 1 - tail)];
    return {
      estimate,
      low,
      high,
      level,
      n,
      method: clusters ? `cluster-bootstrap-${interval}` : `bootstrap-${interval}`,
    };
  });
}

function together(statistics: readonly TableStatistic[] | TableStatistics): TableStatistics {
  if ("count" in statistics) return statistics;
  return {
    count: statistics.length,
    fill(weight, values) {
      for (const [k, statistic] of statistics.entries()) values[k] = statistic(weight);
    },
  };
}

/** Of tables with more cells than this, or of more clusters, the acceleration is that of as many, evenly. */
const MOST_LEFT_OUT = 1000;

/**
 * Accelerations from the statistics without one row of each cell, which weighs as its cell's rows do on average, or without
 * one cluster.
 */
function accelerationsOf(
  table: OutcomeTable,
  clusters: readonly Float64Array[] | null,
  { count, fill }: TableStatistics,
): Float64Array {
  const own = table.groups.length * OUTCOMES;
  const filled = clusters
    ? [...clusters.keys()]
    : [...table.n.subarray(0, own).keys()].filter((cell) => table.n[cell]! > 0);
  const every = Math.ceil(filled.length / MOST_LEFT_OUT);
  const places = filled.filter((_, k) => k % every === 0);
  const weight = Float64Array.from(table.weight);
  const take = (cell: number, amount: number) => {
    weight[cell]! -= amount;
    weight[own + (cell % OUTCOMES)]! -= amount;
  };
  const without = Array.from({ length: count }, () => new Float64Array(places.length));
  const now = new Float64Array(count);
  for (const [at, place] of places.entries()) {
    const cluster = clusters?.[place];
    if (cluster) for (let cell = 0; cell < own; cell++) take(cell, cluster[cell]!);
    else take(place, table.weight[place]! / table.n[place]!);
    fill(weight, now);
    for (let k = 0; k < count; k++) without[k]![at] = now[k]!;
    weight.set(table.weight);
  }
  // A share of the places stands for all: sums of cubes and of squares grow alike, and so its root is taken.
  const counts = places.map((place) => (clusters ? 1 : table.n[place]!));
  return Float64Array.from(without, (column) => bcaAcceleration(column, counts) / Math.sqrt(every));
}

import type { Figure } from "../rate/figure.ts";
import { OUTCOMES, type OutcomeTable } from "../rate/outcome-table.ts";
import { bootstrapIntervals } from "../resampling/bootstrap-interval.ts";
import type { ComparedGroup } from "./disparity.ts";
import { type EntropyUnit, generalizedEntropyOf } from "./generalized-entropy.ts";
import type { MetricSource } from "./metric-source.ts";

/** Inequality of benefit as a disparity: over all rows, or the part of it that lies between groups. */
export type EntropyDisparity = Figure & {
  readonly name: string;
  readonly attributes: readonly string[];
  readonly comparison: "between-groups";
  readonly kind: "difference";
  readonly pValue: null;
  readonly test: null;
  readonly debiased: null;
  readonly groups: readonly ComparedGroup[];
};

/**
 * Theil indices of sources with bootstrap intervals: theilIndex over rows, betweenGroupTheilIndex with each row given its
 * group's mean benefit. They have no test of their own.
 *
 * @param sources - of the same rows, grouped by other attributes each
 * @param names - of those two
 * @returns the disparities of each source
 * @example
 * const dimensions = [{ name: "sex", role: "attribute", values: ["f"] }, { name: "label", role: "label", values: ["1"] }, { name: "decision", role: "decision", values: ["0", "1"] }];
 * const codes = [Int32Array.of(0, 0), Int32Array.of(0, 0), Int32Array.of(0, 1)];
 * const cube = { dimensions, codes, n: Float64Array.of(50, 50), sums: {}, scores: { kind: "none" }, positiveLabel: "1" };
 * const source = metricSource(cube, ["sex"], { rule: { kind: "decision", favourable: "1" } });
 * entropyDisparities([source], ["theilIndex"], { level: 0.95, seed: 1 })[0][0].estimate // => 0.6931471805599453
 */
export function entropyDisparities(
  sources: readonly MetricSource[],
  names: readonly string[],
  { level, seed, replicates = 1000 }: { level: number; seed: number; replicates?: number },
): EntropyDisparity[][] {
  const resample = (table: OutcomeTable, unit: EntropyUnit, enough: number): Figure => {
    const statistic = (weight: Float64Array) => generalizedEntropyOf(weight, { alpha: 1, unit });
    const [figure] = bootstrapIntervals(table, [statistic], { level, seed, replicates: enough });
    return figure!.estimate === null ? { estimate: null, reason: "no-labels" } : figure!;
  };
  // Over rows nothing depends on who is in which group: all sources have one index.
  let overRows: Figure | undefined;
  const measure = (name: string, { table, groups }: MetricSource): Figure => {
    if (name === "theilIndex") {
      overRows ??= resample(withoutGroups(table), "row", replicates);
      return overRows;
    }
    const enough = Math.max(FEWEST_REPLICATES, Math.floor(MOST_DRAWN_GROUPS / groups.length));
    return resample(table, "group", Math.min(replicates, enough));
  };
  return sources.map((source) =>
    names.map((name) => ({
      ...measure(name, source),
      name,
      attributes: source.attributes,
      comparison: "between-groups",
      kind: "difference",
      pValue: null,
      test: null,
      debiased: null,
      groups: [],
    })),
  );
}

/** Of very many groups fewer replicates, so that the draws of groups stay within this. */
const MOST_DRAWN_GROUPS = 1e6;
const FEWEST_REPLICATES = 200;

/** All rows as one group. */
function withoutGroups(table: OutcomeTable): OutcomeTable {
  const all = (column: Float64Array) => {
    const block = column.subarray(table.groups.length * OUTCOMES);
    return Float64Array.of(...block, ...block);
  };
  return {
    attributes: [],
    groups: [{}],
    n: all(table.n),
    weight: all(table.weight),
    weightSquares: all(table.weightSquares),
    weights: table.weights,
  };
}

/** Whether a disparity is an index of inequality, and no gap of a metric. */
export function isEntropyName(name: string): boolean {
  return name === "theilIndex" || name === "betweenGroupTheilIndex";
}

import type { Figure } from "../rate/figure.ts";
import { bootstrapIntervals } from "../resampling/bootstrap-interval.ts";
import type { ComparedGroup } from "./disparity.ts";
import { generalizedEntropyOf } from "./generalized-entropy.ts";
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
 * Theil indices of a source with bootstrap intervals: theilIndex over rows, betweenGroupTheilIndex with each row given its
 * group's mean benefit. They have no test of their own.
 *
 * @param names - of those two
 * @example
 * const dimensions = [{ name: "sex", role: "attribute", values: ["f"] }, { name: "label", role: "label", values: ["1"] }, { name: "decision", role: "decision", values: ["0", "1"] }];
 * const codes = [Int32Array.of(0, 0), Int32Array.of(0, 0), Int32Array.of(0, 1)];
 * const cube = { dimensions, codes, n: Float64Array.of(50, 50), sums: {}, scores: { kind: "none" }, positiveLabel: "1" };
 * const source = metricSource(cube, ["sex"], { rule: { kind: "decision", favourable: "1" } });
 * entropyDisparities(source, ["theilIndex"], { level: 0.95, seed: 1 })[0].estimate // => 0.6931471805599453
 */
export function entropyDisparities(
  source: MetricSource,
  names: readonly string[],
  { level, seed, replicates = 1000 }: { level: number; seed: number; replicates?: number },
): EntropyDisparity[] {
  if (names.length === 0) return [];
  const statistics = names.map(
    (name) => (weight: Float64Array) =>
      generalizedEntropyOf(weight, { alpha: 1, unit: name === "theilIndex" ? "row" : "group" }),
  );
  return bootstrapIntervals(source.table, statistics, { level, seed, replicates }).map((figure, k) => ({
    ...(figure.estimate === null ? { estimate: null, reason: "no-labels" as const } : figure),
    name: names[k]!,
    attributes: source.attributes,
    comparison: "between-groups",
    kind: "difference",
    pValue: null,
    test: null,
    debiased: null,
    groups: [],
  }));
}

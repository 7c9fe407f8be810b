import { isRateMetric } from "../rate/count-metric.ts";
import { rateCounts } from "../rate/rate.ts";
import type { Compared } from "./gap-interval.ts";
import type { MetricName, MetricSource } from "./metric-source.ts";

/**
 * Values of groups with what an interval for their gap needs; a rate comes with its successes and effective rows.
 *
 * @param critical - at which the groups' own intervals are taken
 * @param groups - positions; the one after the last is all together
 * @throws RangeError when one of them has no value
 * @example
 * const sex = { name: "sex", role: "attribute", values: ["f"] };
 * const decision = { name: "decision", role: "decision", values: ["0", "1"] };
 * const cube = { dimensions: [sex, decision], codes: [Int32Array.of(0, 0), Int32Array.of(0, 1)], n: Float64Array.of(3, 1), sums: {}, scores: { kind: "none" }, positiveLabel: "1" };
 * const source = metricSource(cube, ["sex"], { rule: { kind: "decision", favourable: "1" } });
 * comparedGroups(source, "selectionRate", 1.96, [0])[0].proportion // => { successes: 1, n: 4 }
 */
export function comparedGroups(
  source: MetricSource,
  metric: MetricName,
  critical: number,
  groups: readonly number[],
): Compared[] {
  const measured = source.measure(metric, critical);
  return groups.map((g) => {
    const one = measured[g]!;
    if (one.estimate === null) throw new RangeError(`group without ${metric}: ${g}; leave it out first`);
    if (!isRateMetric(metric)) return one;
    const { rate, effectiveN } = rateCounts(source.table, g, metric);
    return { ...one, proportion: { successes: rate * effectiveN, n: effectiveN } };
  });
}

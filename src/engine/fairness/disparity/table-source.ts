import { countMetricMeasured } from "../rate/count-metric.ts";
import type { Measured } from "../rate/figure.ts";
import type { OutcomeTable } from "../rate/outcome-table.ts";
import { isCountMetric, type MetricName, type MetricSource } from "./metric-source.ts";

/**
 * Source of the metrics that a table of outcomes alone can give; others have no scores to be measured from.
 *
 * @example
 * const n = Float64Array.of(0, 0, 0, 0, 0, 0, 8, 92, 0, 0, 0, 0, 0, 0, 0, 8, 92, 0);
 * const table = { attributes: ["sex"], groups: [{ sex: "f" }], n, weight: n, weightSquares: n, weights: "none" };
 * tableSource(table).measure("selectionRate", 1.96)[0].estimate // => 0.08
 */
export function tableSource(table: OutcomeTable): MetricSource {
  const known = new Map<string, readonly Measured[]>();
  const compute = (name: MetricName, critical: number) =>
    Array.from(
      { length: table.groups.length + 1 },
      (_, g): Measured =>
        isCountMetric(name)
          ? countMetricMeasured(table, g, name, critical)
          : { estimate: null, reason: "not-in-the-counts" },
    );
  return {
    attributes: table.attributes,
    groups: table.groups,
    table,
    histograms: () => ({ attributes: [], groups: [], histograms: [] }),
    measure(name, critical) {
      const key = `${name} ${critical}`;
      const measured = known.get(key) ?? compute(name, critical);
      known.set(key, measured);
      return measured;
    },
  };
}

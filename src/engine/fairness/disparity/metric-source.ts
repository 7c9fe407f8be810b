import { expectedCalibrationErrorMeasured } from "../calibration/expected-calibration-error.ts";
import type { DecisionCube } from "../cube/decision-cube.ts";
import type { Group } from "../group/group.ts";
import { areaUnderRoc } from "../rate/area-under-roc.ts";
import { COMPOSITE_METRICS, type CountMetricName, countMetricMeasured, isRateMetric } from "../rate/count-metric.ts";
import type { Measured } from "../rate/figure.ts";
import { MEAN_METRICS, type MeanMetricName, meansOfCells } from "../rate/mean-of-cells.ts";
import { type DecisionRule, type OutcomeTable, outcomeTable } from "../rate/outcome-table.ts";
import { RATE_NAMES, type RateInterval } from "../rate/rate.ts";
import { type ScoreHistograms, scoreHistograms } from "../rate/score-histogram.ts";

export type MetricName = CountMetricName | MeanMetricName | "auc" | "expectedCalibrationError";

export const METRIC_NAMES: readonly MetricName[] = [
  ...RATE_NAMES,
  ...COMPOSITE_METRICS,
  ...MEAN_METRICS,
  "auc",
  "expectedCalibrationError",
];

export interface MetricSettings {
  readonly rule: DecisionRule;
  /** The class that counts as positive; left out, that of the cube. */
  readonly positiveLabel?: string | null;
  readonly rateInterval?: RateInterval;
  readonly calibrationBins?: number;
}

/** All that can be measured of the groups of a cube, each thing counted once, when it is first asked for. */
export interface MetricSource {
  readonly attributes: readonly string[];
  readonly groups: readonly Group[];
  readonly table: OutcomeTable;
  histograms(): ScoreHistograms;
  /** A metric of every group, and last of all together, with intervals at a critical value. */
  measure(name: MetricName, critical: number): readonly Measured[];
}

/**
 * Source of the metrics of groups.
 *
 * @param cells - only cells for which this holds
 * @example
 * const dimensions = [{ name: "sex", role: "attribute", values: ["f"] }, { name: "decision", role: "decision", values: ["0", "1"] }];
 * const cube = { dimensions, codes: [Int32Array.of(0, 0), Int32Array.of(0, 1)], n: Float64Array.of(3, 1), sums: {}, scores: { kind: "none" }, positiveLabel: "1" };
 * metricSource(cube, ["sex"], { rule: { kind: "decision", favourable: "1" } }).measure("selectionRate", 1.96)[0].estimate // => 0.25
 */
export function metricSource(
  cube: DecisionCube,
  attributes: readonly string[],
  { rule, positiveLabel = cube.positiveLabel, rateInterval = "wilson", calibrationBins = 10 }: MetricSettings,
  cells?: (cell: number) => boolean,
): MetricSource {
  const table = outcomeTable(cube, attributes, rule, positiveLabel, cells);
  let counted: ScoreHistograms | undefined;
  const histograms = () => {
    counted ??= scoreHistograms(cube, attributes, positiveLabel, cells);
    return counted;
  };
  const known = new Map<string, readonly Measured[]>();
  const meansAt = new Map<MeanMetricName, (critical: number) => readonly Measured[]>();
  const compute = (name: MetricName, critical: number): readonly Measured[] => {
    if (name === "auc") return histograms().histograms.map((histogram) => areaUnderRoc(histogram, critical));
    if (name === "expectedCalibrationError") {
      return histograms().histograms.map((histogram) =>
        expectedCalibrationErrorMeasured(histogram, critical, { bins: calibrationBins }),
      );
    }
    if (isMeanMetric(name)) {
      const means = meansAt.get(name) ?? meansOfCells(cube, attributes, name, cells);
      meansAt.set(name, means);
      return means(critical);
    }
    return Array.from({ length: table.groups.length + 1 }, (_, g) =>
      countMetricMeasured(table, g, name, critical, rateInterval),
    );
  };
  return {
    attributes,
    groups: table.groups,
    table,
    histograms,
    measure(name, critical) {
      const key = `${name} ${critical}`;
      const measured = known.get(key) ?? compute(name, critical);
      known.set(key, measured);
      return measured;
    },
  };
}

function isMeanMetric(name: MetricName): name is MeanMetricName {
  return (MEAN_METRICS as readonly string[]).includes(name);
}

/** Whether a metric is made of label and decision alone. */
export function isCountMetric(name: MetricName): name is CountMetricName {
  return isRateMetric(name) || (COMPOSITE_METRICS as readonly string[]).includes(name);
}

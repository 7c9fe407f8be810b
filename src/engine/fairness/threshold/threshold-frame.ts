import { normalQuantile } from "../../stats/normal-quantile.ts";
import { type Disparity, type DisparitySettings, measureDisparity } from "../disparity/disparity.ts";
import type { MetricName } from "../disparity/metric-source.ts";
import { tableSource } from "../disparity/table-source.ts";
import type { Group } from "../group/group.ts";
import { type Figure, figureOf } from "../rate/figure.ts";
import { OUTCOMES } from "../rate/outcome-table.ts";
import { outcomesAt, type ThresholdTable } from "./threshold-table.ts";

/** Weights of a confusion matrix; rows. Weights are rows where there are none. */
interface ConfusionCounts {
  readonly truePositives: number;
  readonly falseNegatives: number;
  readonly falsePositives: number;
  readonly trueNegatives: number;
  /** Of rows without a label. */
  readonly unlabelledSelected: number;
  readonly unlabelledRejected: number;
}

interface ThresholdedGroup {
  readonly group: Group;
  readonly threshold: number;
  readonly counts: ConfusionCounts;
  readonly metrics: { readonly [metric: string]: Figure };
}

/** What an audit would say if every group had its own threshold. */
export interface ThresholdFrame {
  readonly groups: readonly ThresholdedGroup[];
  readonly overall: Omit<ThresholdedGroup, "group" | "threshold">;
  /** Without tests, which shuffling would make slow. */
  readonly disparities: readonly Disparity[];
  /** False positives and false negatives at their cost. */
  readonly cost: number;
}

export interface FrameSettings {
  readonly level?: number;
  readonly metrics?: readonly MetricName[];
  readonly disparities?: readonly string[];
  readonly comparison?: DisparitySettings["comparison"];
  /** Position of the reference group, where one is compared with. */
  readonly reference?: number;
  readonly minimumSupport?: number;
  readonly falsePositiveCost?: number;
  readonly falseNegativeCost?: number;
}

const METRICS: readonly MetricName[] = [
  "selectionRate",
  "truePositiveRate",
  "falsePositiveRate",
  "positivePredictiveValue",
  "accuracy",
];

const DISPARITIES = [
  "demographicParityDifference",
  "demographicParityRatio",
  "equalOpportunityDifference",
  "equalizedOddsDifference",
  "predictiveParityDifference",
];

/**
 * A frame of a what-if: every figure at one threshold for each group, with the same intervals as in an audit. Its cost is
 * that of groups, not of rows or scores.
 *
 * @param thresholds - one a group, in the order of the table's groups; Infinity selects nobody
 * @example
 * const dimensions = [{ name: "sex", role: "attribute", values: ["f", "m"] }, { name: "score", role: "score", values: [0.2, 0.7] }];
 * const codes = [Int32Array.of(0, 0, 1, 1), Int32Array.of(0, 1, 0, 1)];
 * const cube = { dimensions, codes, n: Float64Array.of(92, 8, 74, 26), sums: {}, scores: { kind: "exact" }, positiveLabel: "1" };
 * thresholdFrame(thresholdTable(cube, ["sex"]), [0.2, 0.5]).groups.map(({ metrics }) => metrics.selectionRate.estimate) // => [1, 0.26]
 */
export function thresholdFrame(
  table: ThresholdTable,
  thresholds: readonly number[],
  settings: FrameSettings = {},
): ThresholdFrame {
  const { level = 0.95, metrics = METRICS, disparities = DISPARITIES, comparison = "between-groups" } = settings;
  const { falsePositiveCost = 1, falseNegativeCost = 1, reference, minimumSupport } = settings;
  const outcomes = outcomesAt(table, thresholds);
  const source = tableSource(outcomes);
  const critical = normalQuantile((1 + level) / 2);
  const measured = metrics.map((metric) => source.measure(metric, critical));
  const at = (g: number) => ({
    counts: countsOf(outcomes.weight, g * OUTCOMES),
    metrics: Object.fromEntries(metrics.map((metric, k) => [metric, figureOf(measured[k]![g]!, level)])),
  });
  const overall = at(table.groups.length);
  const about: DisparitySettings = {
    comparison,
    level,
    seed: 0,
    testing: "none",
    ...(reference !== undefined && { reference }),
    ...(minimumSupport !== undefined && { minimumSupport }),
  };
  return {
    groups: table.groups.map((group, g) => ({ group, threshold: thresholds[g]!, ...at(g) })),
    overall,
    disparities: disparities.map((name) => measureDisparity(source, name, about)),
    cost: falsePositiveCost * overall.counts.falsePositives + falseNegativeCost * overall.counts.falseNegatives,
  };
}

function countsOf(weight: Float64Array, start: number): ConfusionCounts {
  const [tp = 0, fn = 0, , fp = 0, tn = 0, , selected = 0, rejected = 0] = weight.subarray(start, start + OUTCOMES);
  return {
    truePositives: tp,
    falseNegatives: fn,
    falsePositives: fp,
    trueNegatives: tn,
    unlabelledSelected: selected,
    unlabelledRejected: rejected,
  };
}

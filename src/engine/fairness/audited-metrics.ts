import type { DecisionCube } from "./cube/decision-cube.ts";
import { NAMED_DISPARITIES } from "./disparity/disparity-definition.ts";
import type { MetricName } from "./disparity/metric-source.ts";

const CLASSIFICATION_METRICS: readonly MetricName[] = [
  "selectionRate",
  "baseRate",
  "accuracy",
  "balancedAccuracy",
  "truePositiveRate",
  "falsePositiveRate",
  "trueNegativeRate",
  "falseNegativeRate",
  "positivePredictiveValue",
  "negativePredictiveValue",
  "falseDiscoveryRate",
  "falseOmissionRate",
  "f1",
  "auc",
  "brier",
  "logLoss",
  "expectedCalibrationError",
];
const REGRESSION_METRICS: readonly MetricName[] = [
  "meanScore",
  "meanOutcome",
  "meanError",
  "meanAbsoluteError",
  "meanSquaredError",
  "rootMeanSquaredError",
  "rSquared",
];

/**
 * The metrics that an audit gives unless others are asked for.
 *
 * @example
 * auditedMetrics({ positiveLabel: "1" })[0] // => "selectionRate"
 */
export function auditedMetrics({ positiveLabel }: Pick<DecisionCube, "positiveLabel">): readonly MetricName[] {
  return positiveLabel === null ? REGRESSION_METRICS : CLASSIFICATION_METRICS;
}

/**
 * The disparities that an audit gives unless others are asked for.
 *
 * @example
 * auditedDisparities({ scores: { kind: "none" }, positiveLabel: null })[0] // => "meanErrorDifference"
 */
export function auditedDisparities({
  scores,
  positiveLabel,
}: Pick<DecisionCube, "scores" | "positiveLabel">): string[] {
  if (positiveLabel === null) return ["meanErrorDifference", "meanAbsoluteErrorDifference", "meanScoreDifference"];
  const ofScores =
    scores.kind === "none" ? [] : ["aucDifference", "brierDifference", "expectedCalibrationErrorDifference"];
  return [
    ...NAMED_DISPARITIES,
    "accuracyDifference",
    "treatmentEqualityDifference",
    ...ofScores,
    "theilIndex",
    "betweenGroupTheilIndex",
  ];
}

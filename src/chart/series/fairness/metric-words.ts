/** What a rate is called, and of whom it is the share. */
export interface MetricWords {
  readonly name: string;
  readonly means: string;
  /** Which end a person in the group would want; of "accuracy" the higher. */
  readonly better: "higher" | "lower";
}

const known: Readonly<Record<string, MetricWords>> = {
  selectionRate: { name: "Selection rate", means: "selected, of all who were decided on", better: "higher" },
  baseRate: { name: "Base rate", means: "with the positive label, of all whose label is known", better: "higher" },
  accuracy: { name: "Accuracy", means: "decided as the label says", better: "higher" },
  errorRate: { name: "Error rate", means: "not decided as the label says", better: "lower" },
  balancedAccuracy: {
    name: "Balanced accuracy",
    means: "mean of true positive and true negative rate",
    better: "higher",
  },
  truePositiveRate: {
    name: "True positive rate",
    means: "selected, of those with the positive label",
    better: "higher",
  },
  falseNegativeRate: {
    name: "False negative rate",
    means: "not selected, of those with the positive label",
    better: "lower",
  },
  falsePositiveRate: {
    name: "False positive rate",
    means: "selected, of those without the positive label",
    better: "higher",
  },
  trueNegativeRate: {
    name: "True negative rate",
    means: "not selected, of those without the positive label",
    better: "lower",
  },
  positivePredictiveValue: { name: "Precision", means: "with the positive label, of the selected", better: "higher" },
  negativePredictiveValue: {
    name: "Negative predictive value",
    means: "without the positive label, of those not selected",
    better: "higher",
  },
  falseDiscoveryRate: {
    name: "False discovery rate",
    means: "without the positive label, of the selected",
    better: "lower",
  },
  falseOmissionRate: {
    name: "False omission rate",
    means: "with the positive label, of those not selected",
    better: "lower",
  },
  f1: { name: "F1", means: "harmonic mean of precision and true positive rate", better: "higher" },
  auc: { name: "Area under ROC", means: "chance that a positive has a higher score than a negative", better: "higher" },
  brier: { name: "Brier score", means: "mean squared distance of score and label", better: "lower" },
  logLoss: { name: "Log loss", means: "mean surprise of the label, given the score", better: "lower" },
  expectedCalibrationError: {
    name: "Calibration error",
    means: "mean distance of score and observed rate",
    better: "lower",
  },
};

const knownDisparities: Readonly<Record<string, string>> = {
  demographicParityDifference: "Demographic parity, difference",
  demographicParityRatio: "Demographic parity, ratio",
  equalOpportunityDifference: "Equal opportunity, difference",
  equalOpportunityRatio: "Equal opportunity, ratio",
  equalizedOddsDifference: "Equalized odds, difference",
  equalizedOddsRatio: "Equalized odds, ratio",
  equalizedOddsMeanDifference: "Equalized odds, mean difference",
  equalizedOddsMeanRatio: "Equalized odds, mean ratio",
  averageOddsDifference: "Average odds, difference",
  averageAbsoluteOddsDifference: "Average absolute odds, difference",
  predictiveParityDifference: "Predictive parity, difference",
  predictiveParityRatio: "Predictive parity, ratio",
  theilIndex: "Theil index",
  betweenGroupTheilIndex: "Theil index between groups",
};

const knownReasons: Readonly<Record<string, string>> = {
  empty: "no rows",
  "no-labels": "no label is known",
  "no-decisions": "no decision is known",
  "no-scores": "no score is known",
  "no-positives": "nobody has the positive label",
  "no-negatives": "everybody has the positive label",
  "no-predicted-positives": "nobody is selected",
  "no-predicted-negatives": "everybody is selected",
  "no-false-positives": "no false positives",
  "zero-reference": "compared with a rate of 0",
  "fewer-than-two-groups": "fewer than two groups",
  "no-such-group": "the reference group does not occur",
  "below-minimum-support": "fewer rows than the minimum asked for",
  "not-in-the-counts": "the counts cannot tell it",
};

/** Words of a metric; of one that has none here its own name, parted where it has capitals. */
export function metricWords(metric: string): MetricWords {
  return known[metric] ?? { name: spaced(metric), means: "", better: "higher" };
}

/** Name of a disparity, as a table says it. */
export function disparityName(name: string): string {
  const [, metric, kind] = /^(.*)(Difference|Ratio)$/.exec(name) ?? [];
  if (knownDisparities[name]) return knownDisparities[name];
  return metric && kind ? `${metricWords(metric).name}, ${kind.toLowerCase()}` : spaced(name);
}

/** Why a figure is not there. */
export function reasonWords(reason: string): string {
  return knownReasons[reason] ?? reason.replaceAll("-", " ");
}

/** "Wilson", "Newcombe": where an interval comes from. */
export function intervalWords(method: string): string {
  if (method === "none") return "no interval";
  return method
    .split("-")
    .map((word) => intervalNames[word] ?? word)
    .join(" ");
}

const intervalNames: Readonly<Record<string, string>> = {
  wilson: "Wilson",
  tukey: "Tukey",
  newcombe: "Newcombe",
  koopman: "Koopman",
  mover: "MOVER",
  delong: "DeLong",
  clopper: "Clopper",
  pearson: "Pearson",
  bca: "BCa",
};

function spaced(name: string): string {
  const words = name.replace(/([a-z0-9])([A-Z])/g, "$1 $2").toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

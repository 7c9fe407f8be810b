import type { Comparison } from "../../engine/fairness/disparity/gap.ts";
import type { OutcomeCounts } from "../audit-report.ts";

/** A metric in words: what it is, and how it is computed. */
export interface MetricFormula {
  readonly definition: string;
  readonly formula: string;
}

/** Names of the outcomes that counts are told by, in the order of the engine: label × decision. */
export const outcomeNames: readonly { readonly key: keyof OutcomeCounts; readonly name: string }[] = [
  { key: "truePositives", name: "true positives" },
  { key: "falseNegatives", name: "false negatives" },
  { key: "undecidedPositives", name: "positives without a decision" },
  { key: "falsePositives", name: "false positives" },
  { key: "trueNegatives", name: "true negatives" },
  { key: "undecidedNegatives", name: "negatives without a decision" },
  { key: "unlabelledSelected", name: "selected without a label" },
  { key: "unlabelledRejected", name: "not selected without a label" },
  { key: "unlabelledUndecided", name: "without label and decision" },
];

/** Metrics by their names. TP is a true positive: positive label, favourable decision; and so on. */
export const metricFormulas: { readonly [metric: string]: MetricFormula } = {
  selectionRate: { definition: "share of favourable decisions", formula: "favourable ÷ decided" },
  baseRate: { definition: "share of positive labels", formula: "positive ÷ labelled" },
  accuracy: { definition: "share of right decisions", formula: "(TP + TN) ÷ (TP + FN + FP + TN)" },
  errorRate: { definition: "share of wrong decisions", formula: "(FP + FN) ÷ (TP + FN + FP + TN)" },
  truePositiveRate: { definition: "share of the positive that was selected", formula: "TP ÷ (TP + FN)" },
  falseNegativeRate: { definition: "share of the positive that was not selected", formula: "FN ÷ (TP + FN)" },
  falsePositiveRate: { definition: "share of the negative that was selected", formula: "FP ÷ (FP + TN)" },
  trueNegativeRate: { definition: "share of the negative that was not selected", formula: "TN ÷ (FP + TN)" },
  positivePredictiveValue: { definition: "share of the selected that is positive", formula: "TP ÷ (TP + FP)" },
  falseDiscoveryRate: { definition: "share of the selected that is negative", formula: "FP ÷ (TP + FP)" },
  negativePredictiveValue: {
    definition: "share of those not selected that is negative",
    formula: "TN ÷ (TN + FN)",
  },
  falseOmissionRate: { definition: "share of those not selected that is positive", formula: "FN ÷ (TN + FN)" },
  falsePositiveShare: { definition: "share of false positives among all", formula: "FP ÷ (TP + FN + FP + TN)" },
  falseNegativeShare: { definition: "share of false negatives among all", formula: "FN ÷ (TP + FN + FP + TN)" },
  balancedAccuracy: {
    definition: "mean of the true positive and the true negative rate",
    formula: "(TP ÷ (TP + FN) + TN ÷ (FP + TN)) ÷ 2",
  },
  averageOdds: {
    definition: "mean of the true positive and the false positive rate",
    formula: "(TP ÷ (TP + FN) + FP ÷ (FP + TN)) ÷ 2",
  },
  f1: { definition: "harmonic mean of precision and recall", formula: "2 TP ÷ (2 TP + FP + FN)" },
  treatmentEquality: { definition: "false negatives for each false positive", formula: "FN ÷ FP" },
  auc: {
    definition: "chance that a positive has a higher score than a negative, ties counted half",
    formula: "pairs in the right order ÷ (positives × negatives)",
  },
  brier: { definition: "mean squared difference of label (1 or 0) and score", formula: "Σ w (y − s)² ÷ Σ w" },
  logLoss: {
    definition: "mean of −ln of the probability that the score gave to the label",
    formula: "Σ w (−y ln s − (1 − y) ln(1 − s)) ÷ Σ w",
  },
  expectedCalibrationError: {
    definition: "mean difference of observed rate and mean score over ten bins of scores, by their weight",
    formula: "Σ share of bin × |observed rate − mean score|",
  },
  meanScore: { definition: "mean score", formula: "Σ w s ÷ Σ w" },
  meanOutcome: { definition: "mean outcome", formula: "Σ w y ÷ Σ w" },
  meanError: { definition: "mean of outcome less score: 0 if right on average", formula: "Σ w (y − s) ÷ Σ w" },
  meanAbsoluteError: { definition: "mean distance of outcome and score", formula: "Σ w |y − s| ÷ Σ w" },
  meanSquaredError: { definition: "mean squared distance of outcome and score", formula: "Σ w (y − s)² ÷ Σ w" },
  rootMeanSquaredError: { definition: "root of the mean squared distance", formula: "√(Σ w (y − s)² ÷ Σ w)" },
  rSquared: {
    definition: "share of the outcomes' spread that scores explain",
    formula: "1 − Σ w (y − s)² ÷ Σ w (y − ȳ)²",
  },
};

/** The two inequalities of benefit: 1 for a right decision, 2 for a false positive, 0 for a false negative. */
export const entropyFormulas: { readonly [name: string]: MetricFormula } = {
  theilIndex: {
    definition: "inequality of the benefit b = 1 + decision − label over rows",
    formula: "mean of (b ÷ μ) ln(b ÷ μ), μ the mean benefit",
  },
  betweenGroupTheilIndex: {
    definition: "inequality of the benefit b = 1 + decision − label, each row given the mean of its group",
    formula: "mean of (μ of the group ÷ μ) ln(μ of the group ÷ μ), μ the mean benefit",
  },
};

/** How the values of groups make a gap. */
export function gapFormula(kind: "difference" | "ratio", comparison: Comparison): string {
  if (comparison === "between-groups") return kind === "difference" ? "highest − lowest" : "lowest ÷ highest";
  const other = comparison === "to-overall" ? "all" : "reference group";
  if (kind === "difference") {
    const gap = `group − ${other}`;
    return comparison === "to-overall" ? `|${gap}|, where it is largest` : `${gap}, where it is furthest from 0`;
  }
  return comparison === "to-overall"
    ? "group ÷ all, or all ÷ group if that is less, where it is smallest"
    : "group ÷ reference group, where it is furthest from 1";
}

/** Where an interval comes from. */
export const intervalWords: { readonly [method: string]: string } = {
  wilson: "Wilson's score interval for a share",
  "wilson-effective-n": "Wilson's score interval for Kish's effective number of rows, (Σ w)² ÷ Σ w²",
  "clopper-pearson": "Clopper and Pearson's exact interval",
  "mover-wilson": "recovered from the Wilson intervals of both rates (MOVER)",
  "delong-logit": "DeLong's variance, normal on the logit",
  normal: "normal, with the variance of the rows",
  newcombe: "Newcombe's method 10 for a difference of shares",
  koopman: "Koopman's score interval for a ratio of shares",
  mover: "recovered from the intervals of both values (MOVER)",
  "tukey-newcombe": "widest of Newcombe's intervals for all pairs, at Tukey's critical value so that all hold together",
  "tukey-koopman": "widest of Koopman's intervals for all pairs, at Tukey's critical value so that all hold together",
  "tukey-mover":
    "widest of the intervals recovered for all pairs (MOVER), at Tukey's critical value so that all hold together",
  "bootstrap-percentile": "bootstrap over the counted cells, percentiles",
  "bootstrap-bca": "bootstrap over the counted cells, bias-corrected and accelerated",
  "bootstrap-basic": "bootstrap over the counted cells, basic",
  "bootstrap-max-t": "bootstrap over the counted cells, simultaneous by the largest t",
  "poisson-bootstrap-max-t": "Poisson bootstrap of the weights, simultaneous by the largest t",
};

/** How the hypothesis that groups do not differ is tested. */
export const testWords: { readonly [test: string]: string } = {
  fisher: "Fisher's exact test",
  permutation: "permutation test: group labels shuffled, all margins kept",
  tukey: "largest difference in its own standard errors, against Tukey's distribution",
};

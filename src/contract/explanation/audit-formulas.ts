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

/** Metrics by their names; a row's weight is 1 where rows have none. */
export const metricFormulas: { readonly [metric: string]: MetricFormula } = {
  selectionRate: { definition: "share of favourable decisions", formula: "favourable decisions ÷ decisions" },
  baseRate: { definition: "share of positive labels", formula: "positive labels ÷ labels" },
  accuracy: {
    definition: "share of right decisions",
    formula: "(true positives + true negatives) ÷ rows with label and decision",
  },
  errorRate: {
    definition: "share of wrong decisions",
    formula: "(false positives + false negatives) ÷ rows with label and decision",
  },
  truePositiveRate: {
    definition: "share of the positive that was selected",
    formula: "true positives ÷ (true positives + false negatives)",
  },
  falseNegativeRate: {
    definition: "share of the positive that was not selected",
    formula: "false negatives ÷ (true positives + false negatives)",
  },
  falsePositiveRate: {
    definition: "share of the negative that was selected",
    formula: "false positives ÷ (false positives + true negatives)",
  },
  trueNegativeRate: {
    definition: "share of the negative that was not selected",
    formula: "true negatives ÷ (false positives + true negatives)",
  },
  positivePredictiveValue: {
    definition: "share of the selected that is positive",
    formula: "true positives ÷ (true positives + false positives)",
  },
  falseDiscoveryRate: {
    definition: "share of the selected that is negative",
    formula: "false positives ÷ (true positives + false positives)",
  },
  negativePredictiveValue: {
    definition: "share of those not selected that is negative",
    formula: "true negatives ÷ (true negatives + false negatives)",
  },
  falseOmissionRate: {
    definition: "share of those not selected that is positive",
    formula: "false negatives ÷ (true negatives + false negatives)",
  },
  falsePositiveShare: {
    definition: "share of false positives among all",
    formula: "false positives ÷ rows with label and decision",
  },
  falseNegativeShare: {
    definition: "share of false negatives among all",
    formula: "false negatives ÷ rows with label and decision",
  },
  balancedAccuracy: {
    definition: "mean of the true positive and the true negative rate",
    formula: "(true positive rate + true negative rate) ÷ 2",
  },
  averageOdds: {
    definition: "mean of the true positive and the false positive rate",
    formula: "(true positive rate + false positive rate) ÷ 2",
  },
  f1: {
    definition: "harmonic mean of precision and recall",
    formula: "2 × true positives ÷ (2 × true positives + false positives + false negatives)",
  },
  treatmentEquality: {
    definition: "false negatives for each false positive",
    formula: "false negatives ÷ false positives",
  },
  auc: {
    definition: "chance that a positive has a higher score than a negative, ties counted half",
    formula: "pairs in the right order ÷ (positives × negatives)",
  },
  brier: {
    definition: "mean squared difference of label (1 or 0) and score",
    formula: "Σ weight × (label − score)² ÷ Σ weight",
  },
  logLoss: {
    definition: "mean of −ln of the probability that the score gave to the label",
    formula: "Σ weight × −ln(probability that the score gave to the label) ÷ Σ weight",
  },
  expectedCalibrationError: {
    definition: "mean difference of observed rate and mean score over ten bins of scores, by their weight",
    formula: "Σ share of bin × |observed rate − mean score|, chance not taken off",
  },
  meanScore: { definition: "mean score", formula: "Σ weight × score ÷ Σ weight" },
  meanOutcome: { definition: "mean outcome", formula: "Σ weight × outcome ÷ Σ weight" },
  meanError: {
    definition: "mean of outcome less score: 0 if right on average",
    formula: "Σ weight × (outcome − score) ÷ Σ weight",
  },
  meanAbsoluteError: {
    definition: "mean distance of outcome and score",
    formula: "Σ weight × |outcome − score| ÷ Σ weight",
  },
  meanSquaredError: {
    definition: "mean squared distance of outcome and score",
    formula: "Σ weight × (outcome − score)² ÷ Σ weight",
  },
  rootMeanSquaredError: {
    definition: "root of the mean squared distance",
    formula: "√(Σ weight × (outcome − score)² ÷ Σ weight)",
  },
  rSquared: {
    definition: "share of the outcomes' spread that scores explain",
    formula: "1 − Σ weight × (outcome − score)² ÷ Σ weight × (outcome − mean outcome)²",
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

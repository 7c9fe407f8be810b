import { formatNumber } from "../../../chart/series/format-number.ts";
import type { GroupCounts, OutcomeCounts } from "../../../contract/audit-report.ts";
import { RATES } from "../../../engine/fairness/rate/rate.ts";
import type { SharedFigure } from "../shared-audit.ts";

/** In the order of the engine's positions: label (positive, negative, not known) × decision (favourable, other, not known). */
const cells: readonly (keyof OutcomeCounts)[] = [
  "truePositives",
  "falseNegatives",
  "undecidedPositives",
  "falsePositives",
  "trueNegatives",
  "undecidedNegatives",
  "unlabelledSelected",
  "unlabelledRejected",
  "unlabelledUndecided",
];

const formulas: Readonly<Record<string, string>> = {
  selectionRate: "favourable decisions ÷ decisions",
  baseRate: "positive labels ÷ labels",
  accuracy: "(true positives + true negatives) ÷ rows with label and decision",
  errorRate: "(false positives + false negatives) ÷ rows with label and decision",
  balancedAccuracy: "(true positive rate + true negative rate) ÷ 2",
  truePositiveRate: "true positives ÷ (true positives + false negatives)",
  falseNegativeRate: "false negatives ÷ (true positives + false negatives)",
  falsePositiveRate: "false positives ÷ (false positives + true negatives)",
  trueNegativeRate: "true negatives ÷ (false positives + true negatives)",
  positivePredictiveValue: "true positives ÷ (true positives + false positives)",
  falseDiscoveryRate: "false positives ÷ (true positives + false positives)",
  negativePredictiveValue: "true negatives ÷ (true negatives + false negatives)",
  falseOmissionRate: "false negatives ÷ (true negatives + false negatives)",
  f1: "2 · true positives ÷ (2 · true positives + false positives + false negatives)",
  auc: "pairs of a positive and a negative in which the positive has the higher score, ties one half, ÷ all such pairs",
  brier: "Σ (label − score)² ÷ rows with label and score",
  logLoss: "Σ −ln(probability the score gave to the label) ÷ rows with label and score",
  expectedCalibrationError: "Σ over bins of |observed rate − mean score| · rows ÷ rows, chance not taken off",
  meanScore: "Σ score ÷ rows",
  meanOutcome: "Σ label ÷ rows",
  meanError: "Σ (label − score) ÷ rows",
  meanAbsoluteError: "Σ |label − score| ÷ rows",
  meanSquaredError: "Σ (label − score)² ÷ rows",
  rootMeanSquaredError: "√(Σ (label − score)² ÷ rows)",
};

/** How a figure is computed; "" where it is not known here. */
export function formulaOf(metric: string): string {
  return formulas[metric] ?? "";
}

/** A figure with the counts put in: "160 ÷ 876"; weights where rows have them. */
export function countsOf(metric: string, figure: SharedFigure, counts: GroupCounts | null): string {
  if (figure.estimate === null) return "";
  if (counts === null) {
    // Some counts of the group are hidden, but those of a figure that is shown are not.
    return metric in RATES && figure.n !== null
      ? `${formatNumber(Math.round(figure.estimate * figure.n))} ÷ ${formatNumber(figure.n)}`
      : "hidden";
  }
  const outcomes = counts.weights ?? counts.rows;
  const number = (value: number) => formatNumber(value, Number.isInteger(value) ? 0 : 2);
  if (outcomes && metric in RATES) {
    const { of, among } = RATES[metric as keyof typeof RATES];
    const sum = (positions: readonly number[]) => positions.reduce((total, cell) => total + outcomes[cells[cell]!], 0);
    return `${number(sum(of))} ÷ ${number(sum(among))}`;
  }
  if (outcomes && metric === "f1") {
    const { truePositives: tp, falsePositives: fp, falseNegatives: fn } = outcomes;
    return `${number(2 * tp)} ÷ ${number(2 * tp + fp + fn)}`;
  }
  const { scored } = counts;
  if (scored === null) return "";
  const mean = (sum: number | null) => (sum === null ? "" : `${formatNumber(sum, 3)} ÷ ${number(scored.weight)}`);
  if (metric === "brier" || metric === "meanSquaredError") return mean(scored.squaredError);
  if (metric === "rootMeanSquaredError") return `√(${mean(scored.squaredError)})`;
  if (metric === "logLoss") return mean(scored.logLoss);
  if (metric === "meanError") return mean(scored.error);
  if (metric === "meanAbsoluteError") return mean(scored.absoluteError);
  if (metric === "meanScore") return mean(scored.score);
  if (metric === "auc" && scored.positives !== null)
    return `of ${number(scored.positives)} positives × ${number(scored.weight - scored.positives)} negatives`;
  return metric === "expectedCalibrationError" ? `of ${number(scored.n)} rows` : "";
}

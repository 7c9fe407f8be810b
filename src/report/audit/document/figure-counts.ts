import { formatNumber } from "../../../chart/series/format-number.ts";
import type { GroupCounts } from "../../../contract/audit-report.ts";
import { outcomeNames } from "../../../contract/explanation/audit-formulas.ts";
import { RATES } from "../../../engine/fairness/rate/rate.ts";
import type { SharedFigure } from "../shared-audit.ts";

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
    const sum = (positions: readonly number[]) =>
      positions.reduce((total, cell) => total + outcomes[outcomeNames[cell]!.key], 0);
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

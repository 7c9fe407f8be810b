import type { AnnualLossFigures } from "../../contract/quantification-report.ts";
import { formatNumber } from "./format-number.ts";

/** A curve that can be read: of a year's whole loss, or of its largest event. */
export type Curve = Pick<AnnualLossFigures, "exceedance" | "valueAtRisk">;

/** Years in so many of which the loss is larger, as the axis and the table name them. */
export const returnPeriods = [2, 5, 10, 20, 50, 100, 200] as const;

/**
 * The loss that a year's loss exceeds with a probability. The engine's own quantile where it gave one, else read from its
 * curve, straight between two points on logarithmic axes; 0 above the probability of any loss, null beyond the curve's end.
 */
export function lossAt({ exceedance, valueAtRisk }: Curve, probability: number): number | null {
  const quantile = quantiles.find(({ exceeds }) => Math.abs(exceeds - probability) < 1e-12);
  if (quantile) return valueAtRisk[quantile.key];
  const first = exceedance[0];
  if (!first || probability >= first.probability) return 0;
  const next = exceedance.findIndex((point) => point.probability <= probability);
  if (next === -1) return null;
  const [a, b] = [exceedance[next - 1]!, exceedance[next]!];
  if (a.probability === b.probability || b.probability === 0) return b.loss;
  const share = Math.log(a.probability / probability) / Math.log(a.probability / b.probability);
  if (a.loss === 0) return b.loss * share;
  return a.loss * (b.loss / a.loss) ** share;
}

const quantiles = [
  { exceeds: 0.5, key: "0.5" },
  { exceeds: 0.1, key: "0.9" },
  { exceeds: 0.05, key: "0.95" },
  { exceeds: 0.01, key: "0.99" },
] as const;

/** The probability that a year's loss is larger, read from the curve in the same way; null beyond its end. */
export function probabilityAt({ exceedance }: Pick<Curve, "exceedance">, loss: number): number | null {
  const next = exceedance.findIndex((point) => point.loss > loss);
  if (next === -1) return exceedance.at(-1)?.loss === loss ? exceedance.at(-1)!.probability : null;
  if (next === 0) return exceedance[0]!.probability;
  const [a, b] = [exceedance[next - 1]!, exceedance[next]!];
  if (a.probability <= 0 || b.probability <= 0) return b.probability;
  const share = a.loss === 0 ? loss / b.loss : Math.log(loss / a.loss) / Math.log(b.loss / a.loss);
  return a.probability * (b.probability / a.probability) ** share;
}

/** "1 year in 20", "9 years in 10": how often, as a person says it. */
export function yearsIn(probability: number): string {
  if (probability >= 0.995) return "every year";
  if (probability > 0.5) {
    const whole = [10, 4, 3, 20].find((of) => Math.abs(probability * of - Math.round(probability * of)) < 0.004 * of);
    const of = whole ?? 10;
    const years = Math.round(probability * of);
    return years === of ? "99 years in 100" : `${years} years in ${of}`;
  }
  if (probability <= 0) return "in no year";
  const period = 1 / probability;
  return `1 year in ${period < 10 ? trimmed(period.toFixed(1)) : formatNumber(Math.round(period))}`;
}

function trimmed(digits: string): string {
  return digits.replace(/\.0$/, "");
}

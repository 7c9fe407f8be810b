import type { AnnualLossFigures } from "../../contract/quantification-report.ts";
import { formatMoney } from "./format-money.ts";

type FigureError = AnnualLossFigures["error"]["expectedAnnualLoss"];

/** How far a figure may be off: "± €2.1k", "exact", "standard error €40k". */
export function errorWords(error: FigureError, currency: string): string {
  if ("standardError" in error) return `standard error ${formatMoney(error.standardError, currency, "table")}`;
  const half = (error.high - error.low) / 2;
  if (half === 0) return "exact";
  return `${error.kind === "bracket" ? "proved " : ""}± ${formatMoney(half, currency, "table")}`;
}

const levels = [
  { exceeds: 0.5, key: "0.5" },
  { exceeds: 0.1, key: "0.9" },
  { exceeds: 0.05, key: "0.95" },
  { exceeds: 0.01, key: "0.99" },
] as const;

/** The error of a quantile where the engine states one; between them the curve is read, which is said. */
export function quantileError(
  { error }: Pick<AnnualLossFigures, "error">,
  probability: number,
  currency: string,
): string {
  const level = levels.find(({ exceeds }) => Math.abs(exceeds - probability) < 1e-12);
  return level ? errorWords(error.valueAtRisk[level.key], currency) : "read off the curve";
}

import type { Quantification } from "../../contract/detail.ts";
import { formatMoney } from "./format-money.ts";
import { formatCount, formatNumber, formatPercent, plural } from "./format-number.ts";

type Answer = Pick<Quantification, "currency" | "residual" | "inherent" | "limits" | "quantified" | "unquantified">;

/** The one sentence of the curve page: what a bad year costs. */
export function curveHead({ residual, currency, quantified }: Answer): string {
  if (quantified === 0) return "Nothing here is in money yet.";
  const bad = residual.valueAtRisk["0.95"];
  if (bad <= 0) return "Fewer than 1 year in 20 loses anything.";
  return `1 year in 20 we lose more than ${formatMoney(bad, currency)}.`;
}

/** What the limits say about it, and what it would be without controls. */
export function curveLede({ residual, inherent, currency, limits, quantified }: Answer): string {
  if (quantified === 0) return "A risk is counted in money when it has a scenario: how often, and how much.";
  const expected =
    `Expected loss is ${formatMoney(residual.expectedAnnualLoss, currency)} a year; ` +
    `without any control it would be ${formatMoney(inherent.expectedAnnualLoss, currency)}.`;
  const [limit] = limits;
  if (limit === undefined || limit.probability === null) return `No line is drawn for a year’s loss. ${expected}`;
  return (
    `The chance of losing more than ${formatMoney(limit.exceeds, currency)} is ${formatPercent(limit.probability)}; ` +
    `the line is ${formatPercent(limit.appetite)}. ${expected}`
  );
}

/** The finding over the chart: at how many points of the line the curve is over it. */
export function curveFinding({ limits, quantified }: Answer): string {
  const judged = limits.filter(({ probability }) => probability !== null);
  if (quantified === 0 || judged.length === 0) return "A year’s loss";
  const over = judged.filter(({ status }) => status === "warning" || status === "breach");
  const beyond = over.filter(({ status }) => status === "breach").length;
  if (judged.length === 1) {
    if (over.length === 0) return "A year’s loss rides under the line";
    return beyond > 0 ? "A year’s loss rides over the line, and over tolerance" : "A year’s loss rides over the line";
  }
  if (over.length === 0) return `A year’s loss rides under the line at all its ${formatCount(judged.length)} points`;
  return `Over the line at ${formatCount(over.length)} of its ${formatCount(judged.length)} points`;
}

/** What the curve is made of and what it leaves out. */
export function curveMeasure({ quantified, unquantified }: Answer): string {
  const left = unquantified.length;
  const of = `Annual loss of ${formatNumber(quantified)} ${plural("risk", quantified)}`;
  return left === 0 ? of : `${of}; ${formatNumber(left)} not in money ${left === 1 ? "is" : "are"} not in it`;
}

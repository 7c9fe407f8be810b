import type { AuditFigure } from "../../contract/audit-report.ts";

/** A share in percent with its interval, or why there is none. */
export function rateText(figure: AuditFigure | undefined): string {
  if (!figure) return "";
  if (figure.estimate === null) return figure.reason.replaceAll("-", " ");
  const tenth = (value: number) => (100 * value).toFixed(1);
  const { estimate, low, high } = figure;
  return low === null || high === null ? tenth(estimate) : `${tenth(estimate)} (${tenth(low)}–${tenth(high)})`;
}

/** A mean in the unit of the labels. */
export function meanText(figure: AuditFigure | undefined): string {
  if (!figure) return "";
  if (figure.estimate === null) return figure.reason.replaceAll("-", " ");
  const digits = (value: number) => String(Number(value.toPrecision(4)));
  const { estimate, low, high } = figure;
  return low === null || high === null ? digits(estimate) : `${digits(estimate)} (${digits(low)} to ${digits(high)})`;
}

/** The interval of a figure, or why there is none. */
export function intervalText(figure: AuditFigure): string {
  if (figure.estimate === null) return figure.reason.replaceAll("-", " ");
  const { low, high, reason } = figure;
  return low === null || high === null ? (reason ?? "no interval") : `${figureText(low)} to ${figureText(high)}`;
}

/** Three decimals; of what is small, enough of them to be seen. */
export function figureText(value: number): string {
  return value === 0 || Math.abs(value) >= 0.01 ? value.toFixed(3) : value.toFixed(6);
}

/** A p-value to three decimals. */
export function pText(p: number): string {
  return p < 0.001 ? "<0.001" : p.toFixed(3);
}

/** A share such as 0.95 as 95. */
export function percent(level: number): string {
  return String(Number((100 * level).toFixed(6)));
}

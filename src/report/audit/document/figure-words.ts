import { formatGap, formatInterval, formatShare } from "../../../chart/series/fairness/format-rate.ts";
import { intervalWords, reasonWords } from "../../../chart/series/fairness/metric-words.ts";
import { formatNumber } from "../../../chart/series/format-number.ts";
import { RATES } from "../../../engine/fairness/rate/rate.ts";
import type { SharedAudit, SharedCount, SharedFigure, SharedGroup } from "../shared-audit.ts";
import type { Cell } from "./block.ts";

const hardSpace = "\u00a0";

/** Whether a metric is a share of people, told in percent. */
function isShare(metric: string): boolean {
  return (
    metric in RATES ||
    metric === "balancedAccuracy" ||
    metric === "averageOdds" ||
    metric === "expectedCalibrationError"
  );
}

/** A figure of a group without its interval: "18.3 %", "0.873", or why there is none. */
export function valueText(metric: string, figure: SharedFigure | undefined): string {
  if (figure === undefined) return "";
  if (figure.estimate === null) return withoutValue(figure.reason);
  return isShare(metric) ? `${formatShare(figure.estimate)}${hardSpace}%` : decimal(figure.estimate);
}

/** The interval of a figure of a group, with where it comes from where that is asked. */
export function intervalText(metric: string, figure: SharedFigure | undefined): string {
  if (figure === undefined || figure.estimate === null) return "";
  if (figure.low === null || figure.high === null) return hiddenWord(figure.reason) ?? "no interval";
  return formatInterval(figure, isShare(metric) ? formatShare : decimal);
}

/** A figure over its interval. */
export function figureCell(metric: string, figure: SharedFigure | undefined): Cell {
  const small = intervalText(metric, figure);
  return { text: valueText(metric, figure), ...(small !== "" && { small }) };
}

export function methodText(figure: SharedFigure | undefined): string {
  return figure === undefined || figure.estimate === null ? "" : intervalWords(figure.method);
}

/** A disparity's estimate: "0.56", "−0.25"; enough digits for what is small. */
export function gapText(value: number): string {
  return value === 0 || Math.abs(value) >= 0.01 ? formatGap(value) : decimal(value, 4);
}

export function gapIntervalText({
  low,
  high,
  reason,
}: {
  low: number | null;
  high: number | null;
  reason?: string | undefined;
}): string {
  if (low === null || high === null) return hiddenWord(reason) ?? "no interval";
  // Both ends alike: two decimals unless all of it is smaller than that.
  const isSmall = Math.max(Math.abs(low), Math.abs(high)) < 0.01;
  return formatInterval({ low, high }, isSmall ? (value) => decimal(value, 4) : formatGap);
}

/** Why a figure has no value. */
export function withoutValue(reason: string): string {
  return hiddenWord(reason) ?? reasonWords(reason);
}

function hiddenWord(reason: string | undefined): string | undefined {
  return reason === "suppressed" ? "hidden" : undefined;
}

/** "1,124", or "hidden". */
export function countText(count: SharedCount | undefined): string {
  return count === null || count === undefined ? "hidden" : formatNumber(count, Number.isInteger(count) ? 0 : 1);
}

/** Rows of a group: of one that is small, what it stays under. */
export function rowsText({ n, hidden }: SharedGroup, { suppressed }: Pick<SharedAudit, "suppressed">): string {
  return n === null && hidden === "small" && suppressed ? `<${hardSpace}${suppressed.below}` : countText(n);
}

/** "0.034", "< 0.001"; nothing without a test. */
export function pText(p: number | null): string {
  if (p === null) return "";
  return p < 0.001 ? `<${hardSpace}0.001` : p.toFixed(3);
}

/** "95 %" of 0.95. */
export function levelText(level: number): string {
  return `${Number((100 * level).toFixed(6))}${hardSpace}%`;
}

/** Three decimals with a true minus sign. */
export function decimal(value: number, places = 3): string {
  const text = Math.abs(value).toFixed(places);
  return value < 0 && Number(text) !== 0 ? `−${text}` : text;
}

import { formatAmount, formatMoney } from "./format-money.ts";
import { formatNumber } from "./format-number.ts";

interface Level {
  readonly from: number;
  readonly to: number;
}

/** "under 0.1 a year", "0.1 to 0.3", "3 a year or more": what a likelihood level means in loss events a year. */
export function likelihoodRange(levels: readonly Level[], index: number, room: "wide" | "narrow" = "wide"): string {
  const { from, to } = levels[index]!;
  const isLast = index === levels.length - 1;
  const number = (value: number) => formatNumber(value, 3);
  if (index === 0) return room === "wide" ? `under ${number(to)} a year` : `under ${number(to)}`;
  if (isLast) return room === "wide" ? `${number(from)} a year or more` : `${number(from)}+ a year`;
  return room === "wide" ? `${number(from)} to ${number(to)}` : `${number(from)}–${number(to)}`;
}

/** "under €30k", "€30k to 100k", "€1m or more an event": what an impact level means in money. */
export function impactRange(
  levels: readonly Level[],
  index: number,
  currency: string,
  room: "wide" | "narrow" = "wide",
): string {
  const { from, to } = levels[index]!;
  const isLast = index === levels.length - 1;
  if (room === "wide") {
    if (index === 0) return `under ${formatMoney(to, currency)}`;
    return isLast
      ? `${formatMoney(from, currency)} or more an event`
      : `${formatMoney(from, currency)} to ${formatAmount(to)}`;
  }
  if (index === 0) return `under ${formatAmount(to)}`;
  if (isLast) return `${formatMoney(from, currency)}+`;
  const [low, high] = [formatAmount(from), formatAmount(to)];
  // "30–100k": the step's letter once where both share it.
  return low.slice(-1) === high.slice(-1) && /[a-z]$/.test(low) ? `${low.slice(0, -1)}–${high}` : `${low}–${high}`;
}

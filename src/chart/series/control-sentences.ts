import { formatMoney } from "./format-money.ts";
import { formatCount, formatNumber, formatPercent, plural } from "./format-number.ts";

/** What controls do together. */
export interface ControlsTogether {
  readonly working: number;
  /** A year, of those whose cost somebody said. */
  readonly cost: number;
  readonly uncosted: number;
  /** Of the expected annual loss: inherent less residual. */
  readonly saved: number;
  readonly currency: string;
}

/** What stands over the page of controls. */
export function controlsHead({ working, cost, uncosted, saved, currency }: ControlsTogether): string {
  if (working === 0) return "No control works yet.";
  const count = `${formatCount(working, "start")} ${plural("control", working)} ${working === 1 ? "works" : "work"}`;
  const money =
    uncosted === working
      ? "at a cost nobody has written down"
      : `for ${formatMoney(cost, currency)} a year${uncosted > 0 ? ` and more, ${formatNumber(uncosted)} without a written cost,` : ""}`;
  return `${count} ${money} and ${working === 1 ? "saves" : "save"} ${formatMoney(saved, currency)} a year on average.`;
}

/** Whether a control is worth its cost, as one may say it. */
export function worthWords(probability: number | null): string {
  if (probability === null) return "no cost given";
  if (probability >= 0.995) return "nearly every year";
  if (probability < 0.005) return "hardly ever";
  return formatPercent(probability);
}

/** Return on what a control costs: "3.2 times its cost". */
export function returnWords(mean: number | null): string {
  if (mean === null) return "no cost given";
  const times = mean + 1;
  return `${formatNumber(times, times < 10 ? 1 : 0)}×`;
}

/** What a set of controls costs more or less than what is paid now. */
export function costChangeWords(change: number, currency: string): string {
  if (change === 0) return "at the same cost";
  const amount = formatMoney(Math.abs(change), currency);
  return change > 0 ? `for ${amount} more a year` : `for ${amount} less a year`;
}

import type { Quantification } from "../../contract/detail.ts";
import type { ContributionRows } from "./contribution-rows.ts";
import { formatMoney } from "./format-money.ts";
import { formatPercent } from "./format-number.ts";
import type { TornadoSwing } from "./tornado-layout.ts";

/** What stands over the page of contributions. */
export function sourceHead({ contributions, quantified, currency }: Quantification): string {
  if (quantified === 0) return "Nothing here is in money yet.";
  if (contributions === null) return "Where the loss comes from";
  return `In the worst years, 1 in 20, a year costs ${formatMoney(contributions.expectedShortfall, currency)}.`;
}

/** The largest part of the bad years, as one may quote it. */
export function contributionQuote({ rows, expectedShortfall }: ContributionRows, currency: string): string {
  const [first] = rows;
  const whole = formatMoney(expectedShortfall, currency, "table");
  if (!first || first.id === null || expectedShortfall <= 0)
    return `In the worst years, 1 in 20, a year costs ${whole} on average.`;
  return `In the worst years, 1 in 20, a year costs ${whole} on average; ${formatMoney(first.expectedShortfall, currency, "table")} of it, ${formatPercent(first.shareOfShortfall)}, comes from ${first.name}.`;
}

/** What the tornado finds. */
export function tornadoFinding(swings: readonly Pick<TornadoSwing, "name" | "input">[]): string {
  const [first] = swings;
  return first ? `Most depends on ${first.name}: ${first.input}` : "The estimates that matter most";
}

/** The widest swing, as one may quote it. */
export function tornadoQuote(swing: TornadoSwing, currency: string): string {
  const [least, most] = [Math.min(swing.low, swing.high), Math.max(swing.low, swing.high)];
  const money = (amount: number) => formatMoney(amount, currency, "table");
  return `One estimate matters most: ${swing.name}, ${swing.input}. At ${swing.lowValue} we expect ${money(swing.low)} a year, at ${swing.highValue} ${money(swing.high)}: it moves the figure by ${money(most - least)}, more than any other.`;
}

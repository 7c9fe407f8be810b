import { sureOrder } from "../../contract/structured/weigh-scenarios.ts";
import type { WeighReport } from "../../contract/weigh-report.ts";
import { compositeScoreText } from "./composite-score-text.ts";
import { formatCount, formatPercent, plural } from "./format-number.ts";

type Names = ReadonlyMap<string, string>;

/** What scores highest, and how sure that is: a sentence to quote. */
export function rankingSentence({ scenarios, order, weighting }: WeighReport, names: Names): string {
  const nameOf = (id: string) => `“${names.get(id) ?? id}”`;
  const [first] = scenarios;
  if (first === undefined) return "There is no scenario to rank.";
  if (first.score === null || first.ranks === null)
    return "No scenario is rated on every dimension that counts, so that none has a score.";
  const score = `${nameOf(first.id)} scores ${compositeScoreText(first.score)} of 1, 90 % between ${compositeScoreText(first.low)} and ${compositeScoreText(first.high)}`;
  const next = order[0];
  if (next === undefined) return `${score}; there is no other to come before.`;
  return (
    `${score}. Under the weights of ${weighting.version} it comes first in ${formatPercent(first.ranks[0]!)} of the ways ` +
    `to weigh and rate, and before ${nameOf(next.below)} in ${formatPercent(next.probability)}.`
  );
}

/** How much of the order can be leant on. */
export function orderSentence({ order }: Pick<WeighReport, "order">): string {
  const sure = order.filter(({ probability }) => probability >= sureOrder).length;
  const bar = formatPercent(sureOrder);
  if (order.length === 0) return "One scenario has no order.";
  if (sure === order.length) return `The order is sure throughout: each comes before the next in ${bar} or more.`;
  if (sure === 0) return `No step of the order is sure: none comes before the next in ${bar} or more.`;
  return `${formatCount(sure, "start")} of ${formatCount(order.length)} ${plural("step", order.length)} of the order ${sure === 1 ? "is" : "are"} sure: there one comes before the next in ${bar} or more.`;
}

import type { Overview } from "../../contract/heat-map.ts";
import { formatAge, formatDate, formatDay } from "./format-date.ts";
import { formatMoney } from "./format-money.ts";
import { formatChange, formatCount, plural } from "./format-number.ts";

/** A sentence whose first words carry it. */
export interface LeadSentence {
  readonly lead: string;
  readonly rest: string;
}

/** What happened to the number of risks over the line. */
export function overLineChange(overview: Overview, today: string): LeadSentence {
  const { now, before, wentOver, cameBack } = overview.overAppetite;
  const since = `since ${formatDate(overview.since, today)}`;
  if (before === null) return { lead: "", rest: "nothing earlier is recorded to compare with" };
  if (wentOver === 0 && cameBack === 0) return { lead: "No change", rest: ` ${since}` };
  const parts = [
    wentOver > 0 ? `${formatCount(wentOver)} over` : null,
    cameBack > 0 ? `${formatCount(cameBack)} back` : null,
  ].filter((part) => part !== null);
  return { lead: formatChange(now - before), rest: ` ${since}: ${parts.join(", ")}` };
}

/** What happened to the two figures of a year's loss, and how many risks they are made of. */
export function annualLossChange(overview: Overview, today: string): LeadSentence {
  const { annualLoss, currency, rated } = overview;
  if (annualLoss === null) return { lead: "Not in money yet", rest: ": a risk needs a scenario to be counted" };
  const money = (amount: number) => formatMoney(amount, currency);
  const since = `since ${formatDate(overview.since, today)}`;
  const left = rated - annualLoss.quantifiedRisks;
  const made = left > 0 ? `; ${left} rated ${plural("risk", left)} not in money` : "";
  if (annualLoss.expectedBefore === null || annualLoss.oneYearInTwentyBefore === null)
    return {
      lead: `${annualLoss.quantifiedRisks} ${plural("risk", annualLoss.quantifiedRisks)} in money`,
      rest: left > 0 ? `, ${left} rated without` : "",
    };
  const expected = formatChange(annualLoss.expected - annualLoss.expectedBefore, money);
  const bad = formatChange(annualLoss.oneYearInTwenty - annualLoss.oneYearInTwentyBefore, money);
  return { lead: `${expected} and ${bad}`, rest: ` ${since}${made}` };
}

/** Which deadline of a plan comes next, and whose it is. */
export function nextDeadlineSentence(overview: Overview, today: string): LeadSentence {
  const { next, overdue } = overview.deadlines;
  if (next === null)
    return {
      lead: overdue === 0 ? "No plan has a deadline" : "No further deadline",
      rest: overdue === 0 ? "" : " is set",
    };
  return { lead: next.riskName, rest: `, ${formatDay(next.on, today)}, ${next.ownerName}` };
}

/** Which systems are not freshly assessed, the longest first. */
export function coverageSentence(overview: Overview, today: string): LeadSentence {
  const { stale } = overview.coverage;
  if (overview.systems === 0) return { lead: "", rest: "no system is written down" };
  if (stale.length === 0) return { lead: "Every system", rest: " was assessed within its review period" };
  const never = stale.filter(({ since }) => since === null).length;
  const [longest] = [...stale].filter(({ since }) => since !== null).sort((a, b) => (a.since! < b.since! ? -1 : 1));
  const oldest = longest ? `${longest.name} ${formatAge(longest.since!, today)}` : null;
  const parts = [never > 0 ? `${never} never assessed` : null, oldest].filter((part) => part !== null);
  return { lead: `${stale.length} to assess`, rest: `: ${parts.join(", ")}` };
}

import type { RiskDetail } from "../../contract/detail.ts";
import { defaultScoreLineId } from "../../engine/scoring/default-score-line.ts";
import { formatAge, formatDate, formatDay } from "./format-date.ts";
import { formatAmount, formatMoney } from "./format-money.ts";
import { formatNumber, formatQuantity } from "./format-number.ts";

export interface Fact {
  readonly name: string;
  readonly text: string;
}

/** What the figures of a risk rest on, fact by fact; only what is known. */
export function riskFacts(
  detail: RiskDetail,
  currency: string,
  today: string,
  computed: { readonly on: string; readonly at: string },
): Fact[] {
  const facts: (Fact | null)[] = [
    howSure(detail),
    inMoney(detail, currency),
    basis(detail, today),
    line(detail),
    deadline(detail, today),
    assessed(detail, today),
    {
      name: "Method",
      text: `${detail.method.name} ${detail.method.version}, revision ${formatNumber(detail.revision)}; computed ${formatDate(computed.on)} ${computed.at}`,
    },
  ];
  return facts.filter((fact) => fact !== null);
}

function howSure({ figures }: RiskDetail): Fact | null {
  if (figures.source === "unrated") return null;
  const probability = figures.cellProbability.residual;
  return {
    name: "How sure",
    text:
      probability === null
        ? "levels given by a person; without a scenario their uncertainty is not known"
        : `in this cell with probability ${formatQuantity(probability)}`,
  };
}

function inMoney({ annualLoss, scenario }: RiskDetail, currency: string): Fact | null {
  if (annualLoss === null) return { name: "In money", text: "not in money: it has no scenario" };
  const expected = `${formatMoney(annualLoss.residual.expectedAnnualLoss, currency)} a year expected`;
  if (scenario === null) return { name: "In money", text: expected };
  const { eventsPerYear: events, lossPerEvent: loss } = scenario;
  return {
    name: "In money",
    text:
      `${expected}; ${formatQuantity(events.mean)} events (${formatQuantity(events.low)} to ${formatQuantity(events.high)}), ` +
      `${formatMoney(loss.mean, currency)} each (${formatAmount(loss.low)} to ${formatAmount(loss.high)})`,
  };
}

function basis({ record, figures }: RiskDetail, today: string): Fact | null {
  if (figures.residual === null) return null;
  const judged = record.residual;
  if (figures.residual.basis === "judged" && judged)
    return {
      name: "Basis",
      text: `judged by ${judged.by}: ${judged.reason}; review by ${formatDate(judged.reviewBy, today)}`,
    };
  return {
    name: "Basis",
    text: `derived from working controls; levels from ${figures.source === "scenario" ? "the scenario" : "its rating"}`,
  };
}

function line({ figures }: RiskDetail): Fact {
  if (figures.line === null) return { name: "Line", text: "no line drawn: no limit covers it" };
  const { limit, scope, appetite, tolerance } = figures.line;
  const whose =
    limit === defaultScoreLineId ? "the program's own until somebody draws one" : `drawn for ${scopeWords(scope)}`;
  return {
    name: "Line",
    text: `appetite ${formatNumber(appetite, 2)}, tolerance ${formatNumber(tolerance, 2)}, ${whose}`,
  };
}

function deadline({ figures }: RiskDetail, today: string): Fact | null {
  if (figures.nextDeadline === null) return null;
  const { on, task } = figures.nextDeadline;
  return { name: "Deadline", text: `${formatDay(on, today)}${on < today ? ", has passed" : ""}: ${task}` };
}

function assessed({ figures, record }: RiskDetail, today: string): Fact {
  if (figures.assessed === null) return { name: "Assessed", text: `never; owner ${figures.ownerName}` };
  const on = `${formatDate(figures.assessed, today)}, ${ago(figures.assessed, today)}; owner ${figures.ownerName}`;
  if (figures.freshness !== "stale") return { name: "Assessed", text: on };
  return { name: "Assessed", text: `${on}. Due every ${record.reviewEveryDays ?? 90} days: stale, last score kept.` };
}

function ago(on: string, today: string): string {
  const age = formatAge(on, today);
  return age === "today" ? age : `${age} ago`;
}

type Scope = NonNullable<RiskDetail["figures"]["line"]>["scope"];

function scopeWords(scope: Scope): string {
  if (scope === "portfolio") return "the portfolio";
  if ("risk" in scope) return "this risk";
  if ("system" in scope) return scope.category ? `its system’s ${scope.category} risks` : "its system";
  return `${scope.category} risks`;
}

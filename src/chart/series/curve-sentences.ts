import type { Quantification } from "../../contract/detail.ts";
import { formatMoney } from "./format-money.ts";
import { formatCount, formatNumber, formatPercent, plural } from "./format-number.ts";
import { yearsIn } from "./loss-curve.ts";

type Limit = Quantification["limits"][number];
type Money = (amount: number) => string;

/** What stands over the curve page: what a bad year costs, and what the line allows. */
export function curveHead(report: Quantification): string {
  const money: Money = (amount) => formatMoney(amount, report.currency);
  if (report.quantified === 0) return "Nothing here is in money yet.";
  const bad = report.residual.valueAtRisk["0.95"];
  const loss = bad === 0 ? "19 years in 20 we lose nothing." : `1 year in 20 we lose more than ${money(bad)}.`;
  return `${loss} ${lineSentence(report.limits, money)}`;
}

function lineSentence(limits: readonly Limit[], money: Money): string {
  if (limits.length === 0) return "No line is drawn for it.";
  const same = limits.find(({ appetite }) => appetite === 0.05);
  if (same) return `The line allows ${money(same.exceeds)}.`;
  const [worst] = worstFirst(limits);
  return worst!.appetite === 0
    ? `The line allows ${money(worst!.exceeds)} in no year.`
    : `The line allows more than ${money(worst!.exceeds)} ${yearsIn(worst!.appetite)}.`;
}

/** A text with its figures set apart, so that they can stand out. */
export interface Emphasis {
  readonly text: string;
  readonly weight: "plain" | "strong";
}

/** The line under it: the worst point of the line, the expected loss, and what it would be without controls. */
export function curveLede(report: Quantification): Emphasis[] {
  const money: Money = (amount) => formatMoney(amount, report.currency);
  const plain = (text: string): Emphasis => ({ text, weight: "plain" });
  const strong = (text: string): Emphasis => ({ text, weight: "strong" });
  if (report.quantified === 0) {
    const count = report.unquantified.length;
    return [
      plain(
        count === 0
          ? "No risk is written down for it."
          : `${formatCount(count, "start")} ${plural("risk", count)} ${count === 1 ? "has" : "have"} no scenario. A risk is counted in money when its scenario says how often and how much.`,
      ),
    ];
  }
  const [worst] = worstFirst(report.limits);
  const expected = [
    plain("Expected loss is "),
    strong(money(report.residual.expectedAnnualLoss)),
    plain(` a year; without any control it would be ${money(report.inherent.expectedAnnualLoss)}.`),
  ];
  if (!worst || worst.probability === null) return expected;
  return [
    plain("The chance of losing more than "),
    strong(money(worst.exceeds)),
    plain(" is "),
    strong(formatPercent(worst.probability)),
    plain("; the line is "),
    strong(formatPercent(worst.appetite)),
    plain(". "),
    ...expected,
  ];
}

/** What the curve and its line do to each other. Points are judged by the server; this only says so. */
export function curveFinding({ limits, quantified }: Pick<Quantification, "limits" | "quantified">): string {
  const points = limits.filter(({ probability }) => probability !== null).sort((a, b) => a.exceeds - b.exceeds);
  if (quantified === 0 || points.length === 0) return "What a year can cost";
  const over = points.map(isOver);
  if (!over.includes(true))
    return points.length === 1 ? "The curve rides under its line" : "No point of the line is reached";
  if (points.length === 1) return "The curve rides over its line";
  if (!over.includes(false)) return "The curve rides over its line from end to end";
  const turns = over.filter((each, index) => index > 0 && each !== over[index - 1]).length;
  if (turns > 1) return "The curve rides over a part of its line";
  return over[0]
    ? "Ordinary bad years ride over the line; the rare ones do not"
    : "The rare bad years ride over the line; ordinary ones do not";
}

/** What the largest single event of a year costs. */
export function largestEventFinding({
  returnPeriods,
  currency,
}: Pick<Quantification, "returnPeriods" | "currency">): string {
  const bad = returnPeriods?.find(({ years }) => years === 20);
  return bad
    ? `1 year in 20 a single event costs more than ${formatMoney(bad.occurrence, currency)}`
    : "What the largest event of a year can cost";
}

/** The same beside the whole year, to quote. */
export function largestEventQuote(report: Quantification): string {
  const year = formatMoney(report.residual.valueAtRisk["0.95"], report.currency);
  return `${largestEventFinding(report)}; all events of the year together cost more than ${year}.`;
}

/** Of whom the curve is, and what is not in it. */
export function curveMeasure(report: Quantification): string {
  const { quantified, unquantified, systems } = report;
  const risks = `Annual loss of ${formatNumber(quantified)} ${plural("risk", quantified)} with a scenario`;
  const where = systems.length > 1 ? ` in ${formatNumber(systems.length)} systems` : "";
  const left = unquantified.length;
  return `${risks}${where}; ${left === 0 ? "none is left out" : `${formatNumber(left)} without one ${left === 1 ? "is" : "are"} not in it`}`;
}

/** What the table of limits finds. */
export function limitsFinding(limits: readonly Limit[]): string {
  if (limits.length === 0) return "No line is drawn here";
  const over = limits.filter(isOver).length;
  const unknown = limits.filter(({ status }) => status === "unknown").length;
  if (unknown === limits.length) return "Whether the line is kept is unknown";
  if (limits.length === 1) return over === 1 ? "Over the line" : "Within the line";
  if (over === 0)
    return `Within the line at ${unknown === 0 ? "every point" : `${formatCount(limits.length - unknown)} of its ${formatCount(limits.length)} points`}`;
  return over === limits.length
    ? `Over at ${over === 2 ? "both" : `all ${formatCount(over)}`} points of the line`
    : `Over at ${formatCount(over)} of the ${formatCount(limits.length)} points of the line`;
}

/** The verdict on one point of the line. */
export function limitVerdict({ status }: Pick<Limit, "status">): string {
  switch (status) {
    case "ok":
      return "within";
    case "warning":
      return "over appetite";
    case "breach":
      return "over tolerance";
    case "unknown":
      return "unknown";
    default: {
      const unnamed: never = status;
      return unnamed;
    }
  }
}

/** By how much a limit is crossed where its tolerance lies, or is still kept: "over by €1.2m at 1 year in 5". */
export function crossedWords({ over, tolerance }: Pick<Limit, "over" | "tolerance">, currency: string): string | null {
  if (over === null) return null;
  const amount = formatMoney(Math.abs(over), currency, "table");
  return over >= 0
    ? `over by ${amount} at ${yearsIn(tolerance)}`
    : `${amount} below tolerance at ${yearsIn(tolerance)}`;
}

/** What the curve says in full sentences, to quote where the page is not at hand. */
export function curveQuote(report: Quantification): string {
  const money: Money = (amount) => formatMoney(amount, report.currency);
  const crossed = worstFirst(report.limits).find(({ status }) => status === "breach");
  const by = crossed ? crossedWords(crossed, report.currency) : null;
  return [
    curveHead(report),
    `A year is expected to cost ${money(report.residual.expectedAnnualLoss)}; without any control it would be ${money(report.inherent.expectedAnnualLoss)}.`,
    ...(crossed && by?.startsWith("over") ? [`The line at ${money(crossed.exceeds)} is crossed: ${by}.`] : []),
  ].join(" ");
}

/** How few systems carry most of the expected loss; null where none has any. */
export function systemsFinding(systems: Quantification["systems"]): string | null {
  const sum = systems.reduce((total, { residual }) => total + residual, 0);
  if (sum <= 0) return null;
  if (systems.length === 1) return `${systems[0]!.name} carries all of the expected loss`;
  const most = [...systems].sort((a, b) => b.residual - a.residual);
  let carried = 0;
  for (const [index, { residual }] of most.entries()) {
    carried += residual;
    const count = index + 1;
    if (carried / sum >= 0.7 && count <= Math.max(1, systems.length / 2))
      return count === 1
        ? `${most[0]!.name} carries ${formatPercent(carried / sum)} of the expected loss`
        : `${formatCount(count, "start")} systems carry ${formatPercent(carried / sum)} of the expected loss`;
  }
  return "Expected loss by system";
}

const severity = { breach: 0, warning: 1, ok: 2, unknown: 3 } as const;

function worstFirst(limits: readonly Limit[]): Limit[] {
  const strain = ({ probability, appetite }: Limit) => (probability === null ? -1 : probability / (appetite || 1e-9));
  return [...limits].sort((a, b) => severity[a.status] - severity[b.status] || strain(b) - strain(a));
}

function isOver({ status }: Limit): boolean {
  return status === "warning" || status === "breach";
}

import { formatMoney } from "../chart/series/format-money.ts";
import { formatNumber, formatPercent, plural } from "../chart/series/format-number.ts";
import type { AnnualLossReport } from "../contract/quantification-report.ts";
import { scopeText } from "./scope-text.ts";
import { type Column, textTable } from "./text-table.ts";

type Figures = AnnualLossReport["portfolio"];
interface Line {
  readonly name: string;
  readonly figures: Figures;
}

/** A quantification for a person: the portfolio in both states, systems by loss, limits, and what is missing. */
export function quantificationText(report: AnnualLossReport): string {
  const { currency, portfolio, systems, risks, limits, unquantified } = report;
  const missing = `${unquantified.length} ${plural("risk", unquantified.length)} without a scenario`;
  if (risks.length === 0) {
    return `No annual loss: no risk has a scenario (${missing}).`;
  }
  const money = (amount: number) => formatMoney(amount, currency, "table");
  const lossColumns = (title: string): Column<Line>[] => [
    { title, text: ({ name }) => name },
    { title: "Expected a year", align: "right", text: ({ figures }) => money(figures.expectedAnnualLoss) },
    { title: "Any loss", align: "right", text: ({ figures }) => formatPercent(figures.probabilityOfLoss) },
    { title: "1 year in 10", align: "right", text: ({ figures }) => money(figures.valueAtRisk["0.9"]) },
    { title: "1 in 20", align: "right", text: ({ figures }) => money(figures.valueAtRisk["0.95"]) },
    { title: "1 in 100", align: "right", text: ({ figures }) => money(figures.valueAtRisk["0.99"]) },
    { title: "Mean beyond 1 in 20", align: "right", text: ({ figures }) => money(figures.expectedShortfall["0.95"]) },
  ];
  const both: Line[] = [
    { name: "residual", figures: portfolio },
    { name: "inherent", figures: { ...portfolio.inherent, inherent: portfolio.inherent } },
  ];
  const bySystem = systems
    .map(({ id, ...figures }): Line => ({ name: id, figures }))
    .sort((a, b) => b.figures.expectedAnnualLoss - a.figures.expectedAnnualLoss);
  const parts = [
    textTable(lossColumns("Portfolio"), both),
    textTable(
      [
        ...lossColumns("System, residual"),
        {
          title: "Expected, inherent",
          align: "right",
          text: ({ figures }) => money(figures.inherent.expectedAnnualLoss),
        },
      ],
      bySystem,
    ),
  ];
  if (limits.length > 0) parts.push(textTable(limitColumns(money), limits));
  parts.push(`${howItWasMade(report)}; ${missing}.`);
  return parts.join("\n\n");
}

function limitColumns(money: (amount: number) => string): Column<AnnualLossReport["limits"][number]>[] {
  return [
    { title: "Annual loss of", text: ({ scope }) => scopeText(scope) },
    { title: "Exceeds", align: "right", text: ({ exceeds }) => money(exceeds) },
    {
      title: "Probability",
      align: "right",
      text: ({ probability }) => (probability === null ? "–" : formatPercent(probability)),
    },
    { title: "Appetite", align: "right", text: ({ appetite }) => formatPercent(appetite) },
    { title: "Tolerance", align: "right", text: ({ tolerance }) => formatPercent(tolerance) },
    { title: "At tolerance", align: "right", text: ({ lossAtTolerance: at }) => (at === null ? "–" : money(at)) },
    { title: "Over by", align: "right", text: ({ over }) => (over !== null && over > 0 ? money(over) : "–") },
    { title: "Status", text: ({ status }) => status },
    { title: "Line", text: ({ id }) => id },
  ];
}

function howItWasMade({ engine, years, seed, risks, convergence, correlation }: AnnualLossReport): string {
  const of = `${risks.length} ${plural("scenario", risks.length)}`;
  if (engine === "exact") return `Exact, ${of}`;
  const bound = correlation === null ? "" : `, correlated (${correlation.kind})${repaired(correlation.largestRepair)}`;
  return `${years} years simulated with seed ${seed}, ${of}${bound}${precisionWords(convergence)}`;
}

function repaired(largest: number): string {
  return largest === 0 ? "" : `, the matrix changed by at most ${formatNumber(largest, 4)} to be possible`;
}

/** How wide the 95 % interval of the 1-in-20 loss is, as a share of it. */
function precisionWords(convergence: AnnualLossReport["convergence"]): string {
  const last = convergence?.rounds.at(-1)?.valueAtRisk95;
  if (last === undefined || last.figure === 0) return "";
  return `; the 1-in-20 loss is known to ± ${formatPercent(last.halfWidth / last.figure)}`;
}

import { formatMoney } from "../chart/series/format-money.ts";
import { formatPercent } from "../chart/series/format-number.ts";
import type { ControlReport } from "../contract/decision-figures.ts";
import { scopeText } from "./scope-text.ts";
import { type Column, textTable } from "./text-table.ts";

interface Row {
  readonly name: string;
  readonly before: number;
  readonly after: number;
}

/** A change of controls for a person: what a year costs before and after, the limits, and whether it is worth it. */
export function controlText(report: ControlReport): string {
  const { currency, set, before, after, limits } = report;
  const money = (amount: number) => formatMoney(amount, currency, "table");
  const rows: Row[] = [
    { name: "Expected a year", before: before.expectedAnnualLoss, after: after.expectedAnnualLoss },
    { name: "1 year in 10", before: before.valueAtRisk["0.9"], after: after.valueAtRisk["0.9"] },
    { name: "1 in 20", before: before.valueAtRisk["0.95"], after: after.valueAtRisk["0.95"] },
    { name: "1 in 100", before: before.valueAtRisk["0.99"], after: after.valueAtRisk["0.99"] },
    { name: "Mean beyond 1 in 20", before: before.expectedShortfall["0.95"], after: after.expectedShortfall["0.95"] },
  ];
  const columns: Column<Row>[] = [
    { title: "Residual annual loss", text: ({ name }) => name },
    { title: "Before", align: "right", text: (row) => money(row.before) },
    { title: "After", align: "right", text: (row) => money(row.after) },
    { title: "Less by", align: "right", text: (row) => money(row.before - row.after) },
  ];
  const changes = set.map(({ id, from, to }) => (from === to ? `${id}: ${to}, as it is` : `${id}: ${from} → ${to}`));
  const parts = [changes.join("\n"), textTable(columns, rows)];
  if (limits.length > 0) parts.push(textTable(limitColumns, limits));
  parts.push(worth(report, money));
  return parts.join("\n\n");
}

type Limit = ControlReport["limits"][number];

const limitColumns: Column<Limit>[] = [
  { title: "Limit", text: ({ id }) => id },
  { title: "Annual loss of", text: ({ scope }) => scopeText(scope) },
  { title: "Before", align: "right", text: ({ before }) => standing(before) },
  { title: "After", align: "right", text: ({ after }) => standing(after) },
];

function standing({ probability, status }: Limit["before"]): string {
  return probability === null ? status : `${formatPercent(probability)} ${status}`;
}

function worth(report: ControlReport, money: (amount: number) => string): string {
  const { expectedReduction, annualCost, probabilityWorth, benefit, years, seed } = report;
  const saved =
    expectedReduction >= 0
      ? `The change saves ${money(expectedReduction)} in the average year`
      : `The change costs ${money(-expectedReduction)} of losses more in the average year`;
  const spread = `half of the years between ${money(benefit.quantiles["0.25"])} and ${money(benefit.quantiles["0.75"])}`;
  const drawn = `${years} years drawn with seed ${seed}`;
  if (annualCost === null || probabilityWorth === null) {
    return `${saved} (${spread}); what it costs a year is not known: give annualCost. ${drawn}.`;
  }
  const cost = annualCost >= 0 ? `costs ${money(annualCost)} a year` : `sets ${money(-annualCost)} of cost a year free`;
  return `${saved} (${spread}) and ${cost}; it is worth its cost in ${formatPercent(probabilityWorth.estimate)} of years. ${drawn}.`;
}

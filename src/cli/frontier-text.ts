import { formatMoney } from "../chart/series/format-money.ts";
import { formatPercent, plural } from "../chart/series/format-number.ts";
import type { FrontierReport } from "../contract/decision-figures.ts";
import { type Column, textTable } from "./text-table.ts";

/** The frontier for a person: candidates, the sets worth their money, the best within the budget, limits restored. */
export function frontierText(report: FrontierReport): string {
  const { currency, candidates, frontier, restores } = report;
  if (candidates.length === 0) {
    return "Nothing to fund: no planned or failing control with an annual cost acts on a scenario.";
  }
  const money = (amount: number) => formatMoney(amount, currency, "table");
  const parts = [
    textTable(candidateColumns(money), candidates),
    textTable(setColumns(report, money), frontier),
    chosen(report, money),
  ];
  if (restores.length > 0) parts.push(textTable(restoreColumns(money), restores));
  return parts.join("\n\n");
}

type Money = (amount: number) => string;

function candidateColumns(money: Money): Column<FrontierReport["candidates"][number]>[] {
  return [
    { title: "Control", text: ({ id }) => id },
    { title: "Status", text: ({ status }) => status },
    { title: "Cost a year", align: "right", text: ({ annualCost }) => money(annualCost) },
    { title: "Alone saves a year", align: "right", text: ({ expectedReduction }) => money(expectedReduction) },
  ];
}

function setColumns({ measure, best }: FrontierReport, money: Money): Column<FrontierReport["best"]>[] {
  const isBest = ({ controls }: FrontierReport["best"]) => controls.join() === best.controls.join();
  return [
    { title: "Cost a year", align: "right", text: ({ cost }) => money(cost) },
    { title: "Expected a year", align: "right", text: ({ expectedAnnualLoss }) => money(expectedAnnualLoss) },
    ...(measure === "expectedShortfall"
      ? [
          {
            title: "Mean beyond 1 in 20",
            align: "right" as const,
            text: ({ expectedShortfall }: FrontierReport["best"]) =>
              expectedShortfall === null ? "–" : money(expectedShortfall),
          },
        ]
      : []),
    { title: "Best", text: (set) => (isBest(set) ? "←" : "") },
    { title: "Controls", text: ({ controls }) => controls.join(", ") || "none" },
  ];
}

function restoreColumns(money: Money): Column<FrontierReport["restores"][number]>[] {
  return [
    { title: "Breached limit", text: ({ limit }) => limit },
    { title: "Brought back for", align: "right", text: ({ cost }) => (cost === null ? "–" : money(cost)) },
    {
      title: "Probability then",
      align: "right",
      text: ({ probability }) => (probability === null ? "–" : formatPercent(probability)),
    },
    { title: "By", text: ({ controls }) => controls?.join(", ") ?? "no set of these controls" },
  ];
}

function chosen({ budget, best, measure, method, gap, frontier }: FrontierReport, money: Money): string {
  const name = measure === "expectedAnnualLoss" ? "expected annual loss" : "mean of the worst 1 year in 20";
  const what = best.controls.length === 0 ? "nothing" : best.controls.join(", ");
  const [now] = frontier;
  const of = (set: FrontierReport["best"]) =>
    measure === "expectedAnnualLoss" ? set.expectedAnnualLoss : (set.expectedShortfall ?? set.expectedAnnualLoss);
  const fall = now === undefined ? "" : `: the ${name} falls from ${money(of(now))} to ${money(of(best))}`;
  const how =
    method === "exhaustive"
      ? "Every set was compared."
      : `Found by search: no set can be better by more than ${money(gap ?? 0)}.`;
  const sets = `${frontier.length} ${plural("set", frontier.length)} on the frontier`;
  return `Within ${money(budget)} a year fund ${what} for ${money(best.cost)}${fall}. ${how} ${sets}.`;
}

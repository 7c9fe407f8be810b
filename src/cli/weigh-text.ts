import { largestContributions } from "../chart/series/composite-page.ts";
import type { WeighReport } from "../contract/weigh-report.ts";
import { type Column, textTable } from "./text-table.ts";

type Line = WeighReport["scenarios"][number];

/** The scores for a person: highest first, with what makes them and how sure the order is. */
export function weighText(report: WeighReport): string {
  const { weighting, scenarios, gate } = report;
  const before = new Map(report.order.map(({ above, probability }) => [above, probability]));
  const columns: Column<Line>[] = [
    { title: "Rank", align: "right", text: ({ rank }) => (rank === null ? "–" : String(rank)) },
    { title: "Scenario", text: ({ id }) => id },
    { title: "Score", align: "right", text: ({ score }) => (score === null ? "unrated" : score.toFixed(3)) },
    { title: "90 %", text: ({ low, high }) => `${low.toFixed(2)} to ${high.toFixed(2)}` },
    { title: "First in", align: "right", text: ({ ranks }) => (ranks === null ? "–" : percent(ranks[0]!)) },
    { title: "Before the next", align: "right", text: ({ id }) => (before.has(id) ? percent(before.get(id)!) : "–") },
    { title: "Most of it", text: (line) => largestContributions(line).slice(0, 2).join(", ") },
  ];
  const weights = weighting.weights.map(({ dimension, weight }) => `${dimension} ${weight.toFixed(3)}`).join(", ");
  const parts = [
    textTable(columns, scenarios),
    `weights ${weighting.version} (${weighting.basis}, ${weighting.aggregate}): ${weights}`,
  ];
  if (gate !== null)
    parts.push(
      gate.open.length === 0
        ? `gate ${gate.score}: closed, ${gate.tested.length} tested`
        : `gate ${gate.score}: open, to be tested: ${gate.open.join(", ")}`,
    );
  return parts.join("\n\n");
}

function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}

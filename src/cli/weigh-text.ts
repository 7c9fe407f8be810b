import type { WeighFile } from "../contract/weigh-file.ts";
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
    { title: "Most of it", text: (line) => largest(line).slice(0, 2).join(", ") },
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

const mostTests = 7;

/** One page for the product team: what to test before launch, why, and how sure that order is. */
export function testFirstPage(report: WeighReport, file: WeighFile): string {
  const byId = new Map(file.scenarios.map((one) => [one.id, one]));
  const names = new Map(file.dimensions.map(({ id, name }) => [id, name ?? id]));
  const open = new Set(report.gate?.open ?? report.scenarios.map(({ id }) => id));
  const first = report.scenarios.filter(({ id }) => open.has(id)).slice(0, mostTests);
  const blocks = first.map((line, k) => {
    const scenario = byId.get(line.id)!;
    const why = largest(line).map((id) => names.get(id)!);
    const sure =
      line.score === null
        ? `No score: nobody has rated ${line.unrated.map((id) => names.get(id)!).join(", ")}. It may be as high as ${line.high.toFixed(2)}.`
        : `Score ${line.score.toFixed(2)} (90 %: ${line.low.toFixed(2)} to ${line.high.toFixed(2)}), mostly ${why.slice(0, 2).join(" and ")}. Among the first three in ${percent(top(line.ranks!, 3))} of the ways it could be weighed and rated.`;
    return [
      `## ${k + 1}. ${scenario.name ?? scenario.id}`,
      ...(scenario.description === undefined ? [] : [scenario.description]),
      sure,
      `**Test:** ${scenario.test ?? "nobody has said how; agree on a test"}`,
      `**Owner:** ${scenario.owner ?? "nobody"}`,
    ].join("\n\n");
  });
  const { gate, weighting } = report;
  const headline =
    gate === null
      ? `${report.scenarios.length} scenarios, worst first.`
      : gate.open.length === 0
        ? `The gate at ${gate.score} is closed: whatever may reach it was tested.`
        : `The gate at ${gate.score} is open: ${gate.open.length} of ${report.scenarios.length} scenarios may reach it and are untested.`;
  return [
    `# Test this first${file.title === undefined ? "" : `: ${file.title}`}`,
    headline,
    ...blocks,
    `Weights ${weighting.version}, ${weighting.aggregate}; seed ${report.seed}. Scores order scenarios; they are not probabilities and not money.`,
  ].join("\n\n");
}

/** Dimensions that bring something, the most first. */
function largest({ contributions }: Line): string[] {
  return contributions
    .filter(({ contribution }) => (contribution ?? 0) > 0)
    .toSorted((a, b) => b.contribution! - a.contribution!)
    .map(({ dimension }) => dimension);
}

function top(ranks: readonly number[], places: number): number {
  return ranks.slice(0, places).reduce((sum, share) => sum + share, 0);
}

function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}

import { type Command, Option } from "commander";
import { plural } from "../chart/series/format-number.ts";
import type { Mistake } from "../contract/failure.ts";
import type { ScoreReport, State } from "../contract/score-report.ts";
import { states } from "../contract/states.ts";
import { defaultScoreLineId } from "../engine/scoring/default-score-line.ts";
import { engineRefusal } from "../portfolio/engine-refusal.ts";
import type { ReadPortfolio } from "../portfolio/read-portfolio.ts";
import { print, printJson } from "./output.ts";
import { printWarnings } from "./print-warnings.ts";
import { scopeText } from "./scope-text.ts";
import { type Column, textTable } from "./text-table.ts";

export function scoreCommand(program: Command): void {
  program
    .command("score")
    .summary("place every risk of a portfolio file on the map and against its line")
    .description(
      "Scores every risk of a portfolio file: inherent before controls, residual with the working ones, target with\n" +
        "the planned ones; ranks the risks and draws both heat maps of one state. Findings go to stderr as warnings.\n" +
        "Ends with 0 whatever it finds.",
    )
    .argument("<file>", "a portfolio file; - reads standard input")
    .addOption(new Option("--by <state>", "state that ranks and maps are of").choices(states).default("residual"))
    .option("--json", "print one JSON document: { by, currency, method, risks, heatMap, limits, unrated, findings }")
    .action(async (file: string, { by, json }: { by: State; json?: boolean }) => {
      const [{ readPortfolioFile }, { scorePortfolio }] = await Promise.all([
        import("./read-portfolio-file.ts"),
        import("../portfolio/score-portfolio.ts"),
      ]);
      const read = await readPortfolioFile(file);
      const report = await engineRefusal(() => scorePortfolio(read.portfolio, by));
      printWarnings([...read.warnings, ...findingWarnings(report, read)]);
      if (json) printJson(report);
      else print(scoreText(report));
    });
}

/** The findings at the line of the risk they are about. */
function findingWarnings({ findings }: ScoreReport, { portfolio, positions }: ReadPortfolio): Mistake[] {
  const indexOf = new Map((portfolio.risks ?? []).map(({ id }, index) => [id, index]));
  return findings.map(({ risk, message }) => {
    const index = indexOf.get(risk)!;
    const [what, remedy] = splitLast(message, "; ");
    return {
      file: positions.fileName,
      ...positions.of(["risks", index]),
      path: `/risks/${index}`,
      what: `risk ${risk}: ${what}`,
      remedy,
    };
  });
}

function splitLast(text: string, separator: string): [head: string, tail: string] {
  const at = text.lastIndexOf(separator);
  return [text.slice(0, at), text.slice(at + separator.length)];
}

/** The report for a person: a table worst first, the lines, and a sentence. */
function scoreText(report: ScoreReport): string {
  const parts = [sentence(report)];
  if (report.risks.length > 0) parts.unshift(textTable(riskColumns(report), report.risks));
  parts.splice(-1, 0, textTable(limitColumns, report.limits));
  return parts.join("\n\n");
}

type ScoredRisk = ScoreReport["risks"][number];

function riskColumns(report: ScoreReport): Column<ScoredRisk>[] {
  const standing = (state: State) => (risk: ScoredRisk) => {
    const score = risk[state];
    return score === null ? "unrated" : `${String(score.score).padStart(2)} ${score.band}`;
  };
  const status = lineStatus(report);
  return [
    { title: "Rank", align: "right", text: ({ rank }) => (rank === null ? "–" : String(rank)) },
    { title: "Risk", text: ({ id }) => id },
    { title: "System", text: ({ system }) => system },
    { title: "Category", text: ({ category }) => category },
    { title: "Inherent", text: standing("inherent") },
    {
      title: "Residual",
      text: (risk) => standing("residual")(risk) + (risk.residual?.basis === "judged" ? " (judged)" : ""),
    },
    { title: "Target", text: standing("target") },
    { title: "Line", text: ({ id }) => status.get(id) ?? "" },
  ];
}

/** The status of each risk that has reached its line in the residual state. */
function lineStatus({ limits, risks }: ScoreReport): Map<string, "warning" | "breach"> {
  const score = new Map(risks.map(({ id, residual }) => [id, residual?.score ?? 0]));
  return new Map(
    limits.flatMap(({ over, tolerance }) =>
      over.map((id): [string, "warning" | "breach"] => [id, score.get(id)! >= tolerance ? "breach" : "warning"]),
    ),
  );
}

const limitColumns: Column<ScoreReport["limits"][number]>[] = [
  { title: "Residual score of", text: ({ scope }) => scopeText(scope) },
  { title: "Worst", align: "right", text: ({ value }) => (value === null ? "–" : String(value)) },
  { title: "Appetite", align: "right", text: ({ appetite }) => String(appetite) },
  { title: "Tolerance", align: "right", text: ({ tolerance }) => String(tolerance) },
  { title: "Reached", align: "right", text: ({ over }) => String(over.length) },
  { title: "Status", text: ({ status }) => status },
  { title: "Line", text: ({ id }) => (id === defaultScoreLineId ? `${id} (nobody approved it)` : id) },
];

function sentence({ by, risks, unrated, limits, heatMap }: ScoreReport): string {
  const counts = new Map<string, number>();
  for (const { band, risks: ids } of heatMap.likelihoodImpact) counts.set(band, (counts.get(band) ?? 0) + ids.length);
  const bands = [...new Set(heatMap.systemCategory.flatMap(({ counts }) => Object.keys(counts)))]
    .toReversed()
    .flatMap((band) => ((counts.get(band) ?? 0) > 0 ? [`${counts.get(band)} ${band}`] : []));
  const over = limits.reduce((sum, limit) => sum + limit.over.length, 0);
  const parts = [...bands, ...(unrated.length > 0 ? [`${unrated.length} unrated`] : [])];
  const total = `${risks.length} ${plural("risk", risks.length)}`;
  if (parts.length === 0) return total;
  return `${total}, ${by}: ${parts.join(", ")}; residual ${over} at or over appetite`;
}

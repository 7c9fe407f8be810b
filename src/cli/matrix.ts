import type { Command } from "commander";
import { formatQuantity } from "../chart/series/format-number.ts";
import type { MatrixReport } from "../contract/matrix-report.ts";
import { engineRefusal } from "../portfolio/engine-refusal.ts";
import { exitCodes } from "./exit-code.ts";
import { print, printJson } from "./output.ts";
import { inputName, readInput } from "./read-input.ts";
import { textTable } from "./text-table.ts";

export function matrixCommand(program: Command): void {
  program
    .command("matrix")
    .summary("check whether a risk matrix can be trusted on its own numbers")
    .command("check")
    .summary("hold a matrix against Cox's axioms, and propose bands that fulfil them")
    .description(
      "Holds the bands of a matrix against the numeric bounds of its levels: Cox's three axioms with the cells that\n" +
        "offend, how many pairs of risks it ranks wrong or does not tell apart, how different risks of one band may be,\n" +
        "and which risks' scenarios disagree with their rating. Proposes bands that are sound. Ends with 1 when it finds\n" +
        "something; a stated severity floor is named, and no finding.",
    )
    .argument("<file>", "a portfolio file, or a file with a `scale` alone; - reads standard input")
    .option(
      "--json",
      "print one JSON document: { bands, axioms, breaches, departures, ranking, compression, disagreements, proposal,\n" +
        "findings, … }",
    )
    .action(async (file: string, { json }: { json?: true }) => {
      const [{ readMatrixFile }, { checkMatrix }] = await Promise.all([
        import("../portfolio/structured/read-matrix-file.ts"),
        import("../portfolio/structured/check-matrix.ts"),
      ]);
      const { scale, portfolio } = readMatrixFile(await readInput(file), inputName(file));
      const report = await engineRefusal(() => checkMatrix(scale, portfolio));
      if (json) printJson(report);
      else print(matrixText(report));
      if (report.findings.length > 0) process.exitCode = exitCodes.found;
    });
}

function matrixText(report: MatrixReport): string {
  const { axioms, departures, ranking, compression, findings, proposal } = report;
  const parts = [
    gridText(report, report.bands),
    [
      `weak consistency      ${axioms.weakConsistency}`,
      `betweenness           ${axioms.betweenness}`,
      `consistent colouring  ${axioms.consistentColouring}`,
    ].join("\n"),
    textTable(
      [
        { title: "Pairs of risks", text: ({ density }) => density },
        { title: "Ranked wrong", align: "right", text: ({ wrong }) => percent(wrong) },
        { title: "Tied", align: "right", text: ({ tied }) => percent(tied) },
        { title: "By score: wrong", align: "right", text: ({ scoreWrong }) => percent(scoreWrong) },
        { title: "Tied", align: "right", text: ({ scoreTied }) => percent(scoreTied) },
      ],
      ranking,
    ),
    textTable(
      [
        { title: "Band", text: ({ band }) => band },
        { title: "Cells", align: "right", text: ({ cells }) => String(cells) },
        { title: "From a year", align: "right", text: ({ low }) => formatQuantity(low) },
        { title: "To", align: "right", text: ({ high }) => formatQuantity(high) },
        { title: "Factor", align: "right", text: ({ factor }) => (factor === null ? "any" : formatQuantity(factor)) },
      ],
      compression,
    ),
  ];
  if (departures.length > 0)
    parts.push(["By the severity floor, on purpose:", ...departures.map(({ message }) => `  ${message}`)].join("\n"));
  if (findings.length > 0) parts.push(findings.map(({ message }) => message).join("\n"));
  if (proposal !== null)
    parts.push(`Bands that are sound (${proposal.changed} cells change):\n${gridText(report, proposal.bands)}`);
  parts.push(findings.length === 0 ? "nothing found" : `${findings.length} found`);
  return parts.join("\n\n");
}

function gridText({ likelihood, impact }: MatrixReport, bands: MatrixReport["bands"]): string {
  return textTable(
    [
      { title: "", text: ({ name }) => name },
      ...impact.map((level, j) => ({ title: level.name, text: ({ row }: { row: readonly string[] }) => row[j]! })),
    ],
    likelihood.map(({ name }, i) => ({ name, row: bands[i]! })).toReversed(),
  );
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}

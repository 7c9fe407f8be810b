import type { Command } from "commander";
import type { FmeaReport } from "../contract/fmea-report.ts";
import { note, print, printJson } from "./output.ts";
import { inputName, readInput } from "./read-input.ts";
import { type Column, textTable } from "./text-table.ts";

export function fmeaCommand(program: Command): void {
  program
    .command("fmea")
    .summary("rate failure modes and say which to act on first")
    .description(
      "Failure mode and effects analysis: severity, occurrence and detection from 1 to 10, judged by written criteria or\n" +
        "counted in a log, with the risk priority number and the action priority of AIAG and VDA (2019), before and after\n" +
        "the actions. Ends with 0 whatever it finds.",
    )
    .argument(
      "<file>",
      "a YAML or JSON file { modes: [{ id, severity, occurrence, detection }] }; - reads standard input",
    )
    .option("--json", "print one JSON document: { modes, method, counts, warnings }")
    .action(async (file: string, { json }: { json?: true }) => {
      const [{ readFmeaFile }, { rateModes }] = await Promise.all([
        import("../portfolio/structured/read-fmea-file.ts"),
        import("../contract/structured/rate-modes.ts"),
      ]);
      const report = rateModes(readFmeaFile(await readInput(file), inputName(file)));
      for (const { message } of report.warnings) note(`plimsoll: warning: ${message}`);
      if (json) printJson(report);
      else print(fmeaText(report));
    });
}

type Mode = FmeaReport["modes"][number];

const columns: Column<Mode>[] = [
  { title: "Rank", align: "right", text: ({ rank }) => String(rank) },
  { title: "Failure mode", text: ({ id }) => id },
  { title: "S", align: "right", text: ({ severity }) => String(severity) },
  { title: "O", align: "right", text: ({ occurrence }) => String(occurrence) },
  { title: "D", align: "right", text: ({ detection }) => String(detection) },
  { title: "RPN", align: "right", text: ({ rpn }) => String(rpn) },
  { title: "Priority", text: ({ actionPriority }) => actionPriority },
  {
    title: "Sure",
    align: "right",
    text: ({ probabilities, actionPriority }) => `${Math.round(100 * probabilities[actionPriority])} %`,
  },
  { title: "After", text: ({ after }) => (after === null ? "–" : `${after.actionPriority} (${after.rpn})`) },
];

function fmeaText({ modes, counts }: FmeaReport): string {
  const table = textTable(
    columns,
    modes.toSorted((a, b) => a.rank - b.rank),
  );
  return `${table}\n\n${modes.length} failure modes: ${counts.high} high, ${counts.medium} medium, ${counts.low} low`;
}

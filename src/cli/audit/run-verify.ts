import { Failure } from "../../contract/failure.ts";
import type { ReportDifference } from "../../portfolio/audit/compare-reports.ts";
import { readAuditReport } from "../../portfolio/audit/read-audit-report.ts";
import { verifyAudit } from "../../work/audit/verify-audit.ts";
import { exitCodes } from "../exit-code.ts";
import { oneLine } from "../one-line.ts";
import { note, print, printJson } from "../output.ts";
import { readInput } from "../read-input.ts";
import type { AuditOptions } from "./audit-options.ts";
import { withDecisions } from "./with-decisions.ts";

const allowed = ["--verify", "--table", "--json"];

/**
 * Makes the audit of a report anew from the decisions: exit code 0 if it is the same to the bit, 1 if something differs.
 *
 * @throws Failure for a report or decisions that cannot be read, and for options that the report answers
 */
export async function runVerify(
  path: string,
  file: string,
  { table, json }: AuditOptions,
  given: readonly string[],
): Promise<void> {
  const other = given.find((option) => !allowed.includes(option));
  if (other !== undefined)
    throw new Failure("invalid-input", `${other} beside --verify`, "leave it out: the report says how it was made");
  const report = readAuditReport(await readInput(path, mostBytes), path);
  const { differences, recomputed } = await withDecisions(file, { ...report.mapping, table }, (source, watch) =>
    verifyAudit(report, source, watch),
  );
  if (recomputed.program.version !== report.program.version)
    note(`plimsoll: made by plimsoll ${oneLine(report.program.version)}, made anew by ${recomputed.program.version}`);
  if (json) printJson({ result: differences.length === 0 ? "same" : "different", differences });
  else print(differences.length === 0 ? sameText(path, file, recomputed) : differenceText(path, file, differences));
  if (differences.length > 0) process.exitCode = exitCodes.found;
}

/** The report of an audit with 20,000 groups has about 150 MB. */
const mostBytes = 400_000_000;

function sameText(
  path: string,
  file: string,
  { rows, source, countsHash }: Awaited<ReturnType<typeof verifyAudit>>["recomputed"],
): string {
  const data = source.hash === null ? "" : `data ${source.hash.slice(0, 16)}, `;
  return `${path} is what ${file} gives, to the bit: ${rows} decisions, ${data}counts ${countsHash.slice(0, 16)}`;
}

const parts = {
  data: "the data are others",
  counts: "the counts are others",
  method: "made by another method",
  figure: "a figure differs",
} as const satisfies { readonly [of in ReportDifference["of"]]: string };

function differenceText(path: string, file: string, differences: readonly ReportDifference[]): string {
  const lines = differences.map(
    ({ of, where, reported, recomputed }) =>
      `${parts[of]}: ${oneLine(where)} is ${oneLine(reported)} in the report, ${oneLine(recomputed)} anew`,
  );
  return [`${path} is not what ${file} gives`, ...lines].join("\n");
}

import type { AuditReport } from "../../contract/audit-report.ts";
import type { AuditRequest } from "../../contract/audit-request.ts";
import { explainFigure, type FigureExplanation } from "../../contract/explanation/explain-figure.ts";
import { Failure } from "../../contract/failure.ts";
import { readAuditLimits, readAuditMapping } from "../../portfolio/audit/read-audit-file.ts";
import { nearestName } from "../../portfolio/nearest-name.ts";
import { auditSource } from "../../work/audit/audit-source.ts";
import { oneLine } from "../one-line.ts";
import { note, print, printJson } from "../output.ts";
import { readInput } from "../read-input.ts";
import { type AuditOptions, mappingOf, settingsOf } from "./audit-options.ts";
import { auditText } from "./audit-text.ts";
import { explanationText } from "./explanation-text.ts";
import { withDecisions } from "./with-decisions.ts";

/** Audits a file of decisions as the options say, and prints what was asked for. @throws Failure */
export async function runAudit(file: string, options: AuditOptions): Promise<void> {
  const request = await requestOf(options);
  const { table, explain, json } = options;
  const { report } = await withDecisions(file, { ...request.mapping, table }, (source, watch) =>
    auditSource(source, request, watch),
  );
  const explanations = explain?.flatMap((name) => explained(report, name));
  for (const { message } of report.warnings) note(`plimsoll: warning: ${oneLine(message)}`);
  if (explanations) {
    if (json) printJson({ source: report.source, countsHash: report.countsHash, explanations });
    else print(explanations.map(explanationText).join("\n\n"));
  } else if (json) printJson(report);
  else print(auditText(report));
}

async function requestOf(options: AuditOptions): Promise<AuditRequest> {
  const { map, limits, profile = null, as: compatibility = null } = options;
  const inFile = map === undefined ? {} : readAuditMapping(await readInput(map), map);
  return {
    mapping: { ...inFile, ...mappingOf(options) },
    settings: settingsOf(options),
    limits: limits === undefined ? [] : readAuditLimits(await readInput(limits), limits),
    profile,
    compatibility,
  };
}

function explained(report: AuditReport, name: string): FigureExplanation[] {
  const explanations = explainFigure(report, name);
  if (explanations.length > 0) return explanations;
  const known = [...new Set([...report.disparities.map((one) => one.name), ...Object.keys(report.overall)])];
  const near = nearestName(name, known);
  throw new Failure(
    "invalid-input",
    `--explain ${JSON.stringify(name)} is no figure of this audit`,
    near === undefined ? `there are ${known.join(", ")}` : `did you mean ${near}?`,
  );
}

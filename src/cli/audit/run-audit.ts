import type { AuditReport } from "../../contract/audit-report.ts";
import type { AuditRequest } from "../../contract/audit-request.ts";
import { explainFigure, type FigureExplanation } from "../../contract/explanation/explain-figure.ts";
import { Failure } from "../../contract/failure.ts";
import { engineRefusal } from "../../portfolio/engine-refusal.ts";
import { nearestName } from "../../portfolio/nearest-name.ts";
import { auditSource } from "../../work/audit/audit-source.ts";
import type { ReportReading } from "../../work/decisions/write-report.ts";
import { oneLine } from "../one-line.ts";
import { note, print } from "../output.ts";
import { readInput } from "../read-input.ts";
import { writeWhole } from "../write-whole.ts";
import { type AuditOptions, mappingOf, settingsOf } from "./audit-options.ts";
import { explanationText } from "./explanation-text.ts";
import { fewestShown, type ReportFormat, reportFormat } from "./report-formats.ts";
import { withDecisions } from "./with-decisions.ts";

/** Audits a file of decisions as the options say, and prints or writes what was asked for. @throws Failure */
export async function runAudit(file: string, options: AuditOptions): Promise<void> {
  const format = reportFormat(options);
  checkTogether(options, format);
  const request = await requestOf(options);
  const { table, explain, output, suppressBelow } = options;
  const about = await aboutOf(options);
  const { report } = await withDecisions(file, { ...request.mapping, table }, (source, watch) =>
    auditSource(source, request, watch),
  );
  const text = explain
    ? explanationsText(report, explain, format)
    : await writtenReport(report, format, suppressBelow, about);
  for (const { message } of report.warnings) note(`plimsoll: warning: ${oneLine(message)}`);
  if (output === undefined) print(text.trimEnd());
  else {
    await writeWhole(output, `${text.trimEnd()}\n`);
    note(`the audit of ${report.source.name} is in ${output}`);
  }
}

/** What is known of the report besides its figures. @throws Failure for a risk that is none */
async function aboutOf({ system, portfolio, risk }: AuditOptions): Promise<ReportReading["about"]> {
  const preparedOn = new Date().toISOString().slice(0, 10);
  const named = { preparedOn, ...(system !== undefined && { system }) };
  if (portfolio === undefined && risk === undefined) return named;
  if (portfolio === undefined || risk === undefined)
    throw new Failure("invalid-input", "--risk and --portfolio are not both given", "name the file, and a risk in it");
  const { bearingRisk } = await import("./bearing-risk.ts");
  return { ...named, risk: await bearingRisk(portfolio, risk) };
}

async function writtenReport(
  report: AuditReport,
  format: ReportFormat,
  suppressBelow: number | undefined,
  about: ReportReading["about"],
): Promise<string> {
  if (format === "text") {
    const { auditText } = await import("./audit-text.ts");
    if (about.risk === undefined) return auditText(report);
    const { riskSentence } = await import("../../report/audit/section/in-short.ts");
    return auditText(report, riskSentence(about.risk));
  }
  const { writeReport } = await import("../../work/decisions/write-report.ts");
  const below = suppressBelow ?? fewestShown(format);
  return engineRefusal(() => writeReport(report, { format, below, about }));
}

/** @throws Failure for options that contradict each other */
function checkTogether({ explain, suppressBelow, json, format: asked }: AuditOptions, format: ReportFormat): void {
  if (json && asked !== undefined && asked !== "json")
    throw new Failure("invalid-input", `--json beside --format ${asked}`, "keep one of them");
  if (explain && format !== "text" && format !== "json")
    throw new Failure("invalid-input", `--explain beside --format ${format}`, "explanations are text or json");
  if (suppressBelow !== undefined && (explain || format === "text"))
    throw new Failure(
      "invalid-input",
      "--suppress-below without a report to share",
      "add --format json, html or another",
    );
}

function explanationsText(report: AuditReport, names: readonly string[], format: ReportFormat): string {
  const explanations = names.flatMap((name) => explained(report, name));
  return format === "json"
    ? JSON.stringify({ source: report.source, countsHash: report.countsHash, explanations }, null, 2)
    : explanations.map(explanationText).join("\n\n");
}

async function requestOf(options: AuditOptions): Promise<AuditRequest> {
  const { map, limits, profile, as: compatibility = null } = options;
  const inFile = map === undefined ? {} : (await files()).readAuditMapping(await readInput(map), map);
  return {
    mapping: { ...inFile, ...mappingOf(options) },
    settings: settingsOf(options),
    limits: limits === undefined ? [] : (await files()).readAuditLimits(await readInput(limits), limits),
    profile: profile === undefined ? null : await profileOf(profile),
    compatibility,
  };
}

/** Loaded only for a file: YAML and its schemas take longer to load than most decisions to count. */
const files = () => import("../../portfolio/audit/read-audit-file.ts");

/** A profile by its name, or out of a file. @throws Failure for a name that is neither */
async function profileOf(text: string): Promise<AuditRequest["profile"]> {
  const { auditProfiles } = await import("../../contract/audit-request.ts");
  const name = auditProfiles.find((known) => known === text);
  if (name !== undefined) return name;
  if (/[./\\]/.test(text)) return (await files()).readAuditProfile(await readInput(text), text);
  const near = nearestName(text, auditProfiles);
  throw new Failure(
    "invalid-input",
    `--profile ${JSON.stringify(text)} is no profile`,
    near === undefined ? `there are ${auditProfiles.join(", ")}, or name a YAML file` : `did you mean ${near}?`,
  );
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

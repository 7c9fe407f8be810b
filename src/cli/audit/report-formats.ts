import type { AuditReport } from "../../contract/audit-report.ts";
import type { AboutReport } from "../../report/audit/document/about-report.ts";
import type { SharedAudit } from "../../report/audit/shared-audit.ts";

/** What a report can be written as. Text is for the screen. */
export const reportFormats = [
  "text",
  "json",
  "html",
  "markdown",
  "csv-fairlearn",
  "csv-aequitas",
  "model-card",
  "cyclonedx",
] as const;
export type ReportFormat = (typeof reportFormats)[number];

/** Formats in which small cells are shown unless it is said otherwise: what stays with whoever has the decisions. */
const unshared: readonly ReportFormat[] = ["text", "json"];

const endings: { readonly [ending: string]: ReportFormat } = {
  json: "json",
  html: "html",
  htm: "html",
  md: "markdown",
  markdown: "markdown",
};

/** The format that is asked for, or that the name of the file says. */
export function reportFormat({
  format,
  json,
  output = "",
}: {
  readonly format?: ReportFormat;
  readonly json?: true;
  readonly output?: string;
}): ReportFormat {
  if (format !== undefined) return format;
  if (output.toLowerCase().endsWith(".cdx.json")) return "cyclonedx";
  return json ? "json" : (endings[/\.(\w+)$/.exec(output)?.[1]?.toLowerCase() ?? ""] ?? "text");
}

/** A report as it is to be written, small cells hidden where it is to be shared. */
export async function writtenReport(
  report: AuditReport,
  format: ReportFormat,
  { suppressBelow, ...about }: { readonly suppressBelow?: number | undefined } & AboutReport,
): Promise<string> {
  const shared = await sharedReport(report, suppressBelow ?? (unshared.includes(format) ? 0 : undefined));
  switch (format) {
    case "text":
      return (await import("./audit-text.ts")).auditText(report);
    case "json":
      return JSON.stringify(shared, null, 2);
    case "html":
      return (await import("../../report/audit/audit-html.tsx")).auditHtml(shared, about);
    case "markdown":
      return (await import("../../report/audit/audit-markdown.ts")).auditMarkdown(shared, about);
    case "csv-fairlearn":
      return (await import("../../report/audit/fairlearn-csv.ts")).fairlearnCsv(shared);
    case "csv-aequitas":
      return (await import("../../report/audit/aequitas-csv.ts")).aequitasCsv(shared);
    case "model-card":
      return (await import("../../report/audit/model-card-toolkit.ts")).modelCardToolkit(shared, about);
    case "cyclonedx":
      return (await import("../../report/audit/cyclonedx-model-card.ts")).cycloneDxModelCard(shared, about);
  }
}

/** @param below - small cells are those of fewer rows; 0 leaves all of them in, undefined takes what is the custom */
async function sharedReport(report: AuditReport, below: number | undefined): Promise<SharedAudit> {
  if (below === 0) return report;
  const { suppressSmallCells } = await import("../../report/audit/suppress-small-cells.ts");
  return suppressSmallCells(report, below);
}

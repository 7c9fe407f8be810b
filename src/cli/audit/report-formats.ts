import { type AuditFormat, auditFormats } from "../../contract/audit-formats.ts";

/** What a report can be written as; text is for the screen. */
export const reportFormats = ["text", ...auditFormats] as const;
export type ReportFormat = "text" | AuditFormat;

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
  if (json) return "json";
  if (output.toLowerCase().endsWith(".cdx.json")) return "cyclonedx";
  const ending = /\.(\w+)$/.exec(output)?.[1]?.toLowerCase() ?? "";
  return Object.hasOwn(endings, ending) ? endings[ending]! : "text";
}

/** Cells of fewer rows are hidden unless it is said otherwise: none in what stays with whoever has the decisions. */
export function fewestShown(format: AuditFormat): number {
  return format === "json" ? 0 : 10;
}

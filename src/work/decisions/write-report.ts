import type { AuditFormat } from "../../contract/audit-formats.ts";
import type { AuditReport } from "../../contract/audit-report.ts";
import type { AboutReport } from "../../report/audit/document/about-report.ts";
import type { SharedAudit } from "../../report/audit/shared-audit.ts";

/** How a report is to be read by others. */
export interface ReportReading {
  readonly format: AuditFormat;
  /** Small cells are those of fewer rows, and are hidden; 0 leaves all of them in. */
  readonly below: number;
  readonly about: AboutReport;
}

/** A report as others read it, its small cells hidden. What is not asked for is not loaded. */
export async function writeReport(report: AuditReport, { format, below, about }: ReportReading): Promise<string> {
  const shared: SharedAudit =
    below === 0
      ? report
      : (await import("../../report/audit/suppress-small-cells.ts")).suppressSmallCells(report, below);
  switch (format) {
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
    case "json":
      return `${JSON.stringify(shared, null, 2)}\n`;
  }
}

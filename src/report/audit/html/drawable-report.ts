import type { AuditReport } from "../../../contract/audit-report.ts";
import type { SharedAudit } from "../shared-audit.ts";

/** What charts draw. */
export type DrawableReport = Pick<
  AuditReport,
  "groups" | "disparities" | "verdicts" | "overall" | "settings" | "profile" | "calibration" | "funnel"
>;

/** A report whose counts may be hidden, for charts: hidden counts become no number, which is written as a dash. */
export function drawableReport(report: SharedAudit): DrawableReport {
  const { groups, disparities, verdicts, overall, settings, profile, calibration, funnel } = report;
  const parts = { groups, disparities, verdicts, overall, settings, profile, calibration, funnel };
  if (!report.suppressed) return parts as DrawableReport;
  // Where an end of the gap is hidden, nobody can say where its limit lies among the rates.
  parts.verdicts = verdicts.filter(({ figure }) => figure.estimate !== null);
  return JSON.parse(JSON.stringify(parts), (key, value) => (counted.has(key) && value === null ? Number.NaN : value));
}

const counted: ReadonlySet<string> = new Set(["n", "applicants", "selected"]);

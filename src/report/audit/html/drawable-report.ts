import type { AuditReport } from "../../../contract/audit-report.ts";
import type { SharedAudit } from "../shared-audit.ts";

/** What charts draw, out of a report whose counts may be hidden: these become no number, which is written as a dash. */
export function drawableReport(
  report: SharedAudit,
): Pick<AuditReport, "groups" | "disparities" | "verdicts" | "overall" | "settings" | "profile"> {
  return JSON.parse(JSON.stringify(report), (key, value) => (counted.has(key) && value === null ? Number.NaN : value));
}

const counted: ReadonlySet<string> = new Set(["n", "applicants", "selected"]);

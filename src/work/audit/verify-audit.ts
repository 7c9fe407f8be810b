import type { AuditReport } from "../../contract/audit-report.ts";
import { compareReports, type ReportDifference } from "../../portfolio/audit/compare-reports.ts";
import type { DecisionSource, Watch } from "../../warehouse/decision-source.ts";
import { auditSource } from "./audit-source.ts";

/**
 * Makes an audit anew with the mapping, settings, limits, profile and seed of its report, and tells what differs; nothing
 * if it is the same to the bit.
 *
 * @throws Failure where the decisions cannot be audited as the report says
 */
export async function verifyAudit(
  report: AuditReport,
  source: DecisionSource,
  watch: Watch = {},
): Promise<{ readonly differences: ReportDifference[]; readonly recomputed: AuditReport }> {
  const { mapping, settings, limits, profile, compatibility } = report;
  const request = {
    mapping,
    settings,
    limits,
    profile: profile?.name === "custom" ? profile.definition : (profile?.name ?? null),
    compatibility: compatibility?.tool ?? null,
  };
  const { report: recomputed } = await auditSource(source, request, watch);
  return { differences: compareReports(report, recomputed), recomputed };
}

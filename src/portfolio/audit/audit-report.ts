import type { AuditMapping } from "../../contract/audit-mapping.ts";
import type { AuditProfile, AuditReport } from "../../contract/audit-report.ts";
import type { Audit } from "../../engine/fairness/audit.ts";
import { auditSentences } from "./audit-sentences.ts";

/** What was audited and how, beside what was found. */
export type AuditOrigin = Pick<AuditReport, "source" | "countsHash" | "guessed" | "settings" | "limits" | "scores"> & {
  readonly mapping: AuditMapping;
  /** What is to be said beside the warnings of the audit itself. */
  readonly warnings: AuditReport["warnings"];
};

const auditMethod = { name: "decision-cube", version: "1" } as const;

/** Puts an audit into the shape that leaves the program. */
export function auditReport(audit: Audit, origin: AuditOrigin, profile: AuditProfile | null): AuditReport {
  const { warnings, ...about } = origin;
  return {
    ...about,
    method: auditMethod,
    rows: audit.rows,
    overall: { ...audit.overall },
    groups: audit.groups.map((group) => ({ ...group })),
    disparities: audit.disparities.map(({ attributes, groups, ...disparity }) => ({
      ...disparity,
      attributes: [...attributes],
      groups: groups.map((group) => ({ ...group })),
    })) as AuditReport["disparities"],
    verdicts: audit.verdicts.map(
      ({ name, attributes, verdict, limit, limitSet, disparity, requiredN, unknownGroups }) => ({
        name,
        attributes: [...attributes],
        verdict,
        limit,
        limitSet,
        figure: figureOf(disparity),
        requiredN,
        unknownGroups: [...unknownGroups],
      }),
    ),
    calibration: audit.calibration.map((one) => ({ ...one, curve: [...one.curve] })),
    controlled: audit.controlled.map(({ group, crude, within, strata, pattern }) => ({
      group,
      crude,
      within: within.riskDifference,
      pattern,
      strata: [...strata],
    })),
    profile,
    sentences: auditSentences(audit),
    warnings: [...warnings, ...audit.warnings.filter(({ code }) => !isOwnDoing(code, about.mapping))],
  };
}

/** That no row has a label, or a decision, is no news to whoever named no column of them. */
function isOwnDoing(code: string, { label, decision, threshold }: AuditMapping): boolean {
  if (code === "unlabelled-rows") return label === undefined;
  return code === "undecided-rows" && decision === undefined && threshold === undefined;
}

function figureOf(disparity: Audit["verdicts"][number]["disparity"]): AuditReport["verdicts"][number]["figure"] {
  if (disparity.estimate === null) return { estimate: null, reason: disparity.reason };
  const { estimate, low, high, level, n, method, reason } = disparity;
  return { estimate, low, high, level, n, method, ...(reason !== undefined && { reason }) };
}

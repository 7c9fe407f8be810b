import type { AuditLimit } from "../../contract/audit-mapping.ts";
import type { Limit } from "../../contract/record.ts";

/**
 * The limits of the system that an audit is kept for, as an audit judges them: each at its tolerance and, where that is
 * another bound, at its appetite.
 */
export function limitsToJudge(limits: readonly Limit[], about: { readonly system?: string } | undefined): AuditLimit[] {
  const system = about?.system;
  if (system === undefined) return [];
  return limits.flatMap((limit) => {
    if (limit.measure !== "disparity" || limit.scope.system !== system) return [];
    const { disparity, attributes, appetite, tolerance, approvedBy, approvedOn, rationale } = limit;
    const purpose = limit.purpose ?? `decisions of ${system}`;
    return [...new Set([tolerance, appetite])].map((bound) => ({
      disparity,
      attributes,
      bound,
      purpose,
      rationale,
      approvedBy,
      approvedOn,
    }));
  });
}

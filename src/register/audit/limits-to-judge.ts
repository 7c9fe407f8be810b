import type { AuditLimit } from "../../contract/audit-mapping.ts";
import type { RegisterState } from "../read-register.ts";

/**
 * The limits of the system that an audit is kept for, as an audit judges them: each at its tolerance and, where that is
 * another bound, at its appetite.
 */
export function limitsToJudge(
  state: Pick<RegisterState, "limits">,
  about: { readonly system?: string } | undefined,
): AuditLimit[] {
  const system = about?.system;
  if (system === undefined) return [];
  return [...state.limits.values()].flatMap(({ record, retiredOn }) => {
    if (retiredOn !== null || record.measure !== "disparity" || record.scope.system !== system) return [];
    const { disparity, attributes, appetite, tolerance, approvedBy, approvedOn, rationale } = record;
    const purpose = record.purpose ?? `decisions of ${system}`;
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

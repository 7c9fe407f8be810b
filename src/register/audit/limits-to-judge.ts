import type { AuditLimit } from "../../contract/audit-mapping.ts";
import type { RegisterFigures } from "../figures/register-figures.ts";

/** The limits of the system that an audit is kept for, as an audit is asked to judge them. */
export function limitsToJudge(
  _figures: RegisterFigures,
  _keep: { readonly system?: string | undefined; readonly risk?: string | undefined } | undefined,
): AuditLimit[] {
  return [];
}

import type { AuditRecord } from "../../contract/audit-record.ts";
import { Failure } from "../../contract/failure.ts";
import type { RegisterFigures } from "../figures/register-figures.ts";
import type { StoredRecord } from "../record/record-kind.ts";

/** A kept audit, retired or not, among those recorded when the figures were. */
export function findAudit({ state }: Pick<RegisterFigures, "state">, id: string): StoredRecord<AuditRecord> {
  const found = state.audits.get(id);
  if (found === undefined)
    throw new Failure("not-found", `audit ${id}: not in the register`, "list the audits by GET /v1/audits");
  return found;
}

import type { AuditRecord } from "../../contract/audit-record.ts";
import type { AuditSummary } from "../../contract/kept-audit.ts";
import type { StoredRecord } from "../record/record-kind.ts";

/** A kept audit as lists show it. */
export function auditSummary({ record, createdAt, retiredOn }: StoredRecord<AuditRecord>): AuditSummary {
  const { id, name, system, risk, by, source, rows, attributes, verdicts, sentences } = record;
  return {
    id,
    name,
    system: system ?? null,
    risk: risk ?? null,
    at: createdAt,
    by,
    source,
    rows,
    attributes,
    verdicts,
    sentences,
    retiredOn,
  };
}

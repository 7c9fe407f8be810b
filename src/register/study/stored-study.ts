import type { StoredStudy, Study, StudySummary } from "../../contract/study.ts";
import type { StoredRecord } from "../record/record-kind.ts";

/** A kept study as the API answers it: why it was retired stands beside the study, not in it. */
export function storedStudy({ record, ...kept }: StoredRecord<Study>, changedBy: string | null): StoredStudy {
  const { retiredBecause = null, ...study } = record;
  return { record: study, ...kept, changedBy, retiredBecause };
}

/** A kept study as lists show it. */
export function studySummary(
  { record, version, changedAt, retiredOn }: StoredRecord<Study>,
  changedBy: string | null,
): StudySummary {
  const { id, name, kind, system, retiredBecause } = record;
  return {
    id,
    name,
    kind,
    system: system ?? null,
    version,
    changedAt,
    changedBy,
    retiredOn,
    retiredBecause: retiredBecause ?? null,
  };
}

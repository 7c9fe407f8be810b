import type { StoredRecord } from "./record-kind.ts";

/** What is kept after a change at `now`; the first version where there was nothing. */
export function nextVersion<T>(
  before: StoredRecord<T> | null,
  record: T,
  now: Date,
  retiredOn: string | null = null,
): StoredRecord<T> {
  const at = now.toISOString();
  return {
    record,
    version: (before?.version ?? 0) + 1,
    createdAt: before?.createdAt ?? at,
    changedAt: at,
    retiredOn,
  };
}

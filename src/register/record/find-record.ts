import type { RecordKind } from "../../contract/event.ts";
import { Failure } from "../../contract/failure.ts";
import type { Queries } from "../../store/database.ts";
import { presentId } from "./alias-queries.ts";
import type { RecordOf, StoredRecord } from "./record-kind.ts";
import { selectRecords } from "./record-queries.ts";

/** The record kept under an id, or under the one it was renamed to; `not-found` where there is none. */
export async function findRecord<K extends RecordKind>(
  queries: Queries,
  kind: K,
  id: string,
): Promise<StoredRecord<RecordOf[K]> & { readonly id: string }> {
  const present = await presentId(queries, kind, id);
  const stored = (await selectRecords(queries, kind, [present])).get(present);
  if (stored === undefined)
    throw new Failure("not-found", `${kind} ${id}: not in the register`, "check its id, or create it");
  return { ...stored, id: present };
}

/** Refuses a change of a record that has changed since the caller read it. */
export function requireVersion(
  kind: RecordKind,
  { id, version }: { id: string; version: number },
  ifVersion: number | undefined,
): void {
  if (ifVersion === undefined || ifVersion === version) return;
  throw new Failure(
    "changed-since",
    `${kind} ${id}: version ${version} by now, and the change was made to version ${ifVersion}`,
    "read it again, then repeat the change",
  );
}

/** Refuses a change of a retired record. */
export function requireInUse(kind: RecordKind, { id, retiredOn }: { id: string; retiredOn: string | null }): void {
  if (retiredOn === null) return;
  throw new Failure("invalid-input", `${kind} ${id}: retired on ${retiredOn}`, "restore it first");
}

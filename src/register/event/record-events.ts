import { type RecordKind, recordKinds } from "../../contract/event.ts";
import { Failure } from "../../contract/failure.ts";
import type { Queries } from "../../store/database.ts";
import { moveAliases } from "../record/alias-queries.ts";
import type { StoredRecord } from "../record/record-kind.ts";
import { deleteRecords, upsertRecords } from "../record/record-queries.ts";
import { appendEvents } from "./event-queries.ts";
import type { NewEvent } from "./new-event.ts";

/**
 * Makes the tables say what the events say, and appends the events: the only way in which a record is written, so that
 * replaying the events gives the tables. At most one event for each record in a transaction. Answers the newest seq.
 */
export async function recordEvents(queries: Queries, events: readonly NewEvent[]): Promise<number> {
  for (const kind of recordKinds) {
    const ofKind = events.filter((event) => event.subject.kind === kind);
    if (ofKind.length > 0) await writeRows(queries, kind, ofKind);
  }
  return appendEvents(queries, events);
}

async function writeRows(queries: Queries, kind: RecordKind, events: readonly NewEvent[]): Promise<void> {
  const renames = events.flatMap(({ before, subject }) => {
    const former = (before as StoredRecord<{ id?: string }> | null)?.record.id;
    return former === undefined || former === subject.id ? [] : [{ former, id: subject.id }];
  });
  if (renames.length > 0) {
    await deleteRecords(
      queries,
      kind,
      renames.map(({ former }) => former),
    );
    await moveAliases(queries, kind, renames);
  }
  const rows = events.map(({ subject, after }) => ({ id: subject.id, ...(after as StoredRecord<unknown>) }));
  if ((await upsertRecords(queries, kind, rows)) < rows.length)
    throw new Failure(
      "changed-since",
      `${kind} ${rows.length === 1 ? rows[0]!.id : "records"}: changed by someone else in the same moment`,
      "read again, then repeat the change",
    );
}

import { sql } from "kysely";
import type { Queries } from "../store/database.ts";
import { selectNewestSeq, selectSeqRecordedBy } from "./event/event-queries.ts";
import { keptKinds, listedKinds, type StoredRecord } from "./record/record-kind.ts";
import { fromRow, type KeptRow, recordTable } from "./record/record-queries.ts";

/** Every record at one moment, with the newest seq by then. */
export interface RecordedState {
  readonly revision: number;
  readonly rows: readonly { readonly kind: string; readonly id: string; readonly stored: StoredRecord<unknown> }[];
}

const kinds = ["settings", ...listedKinds, ...keptKinds] as const;

/** All tables in one statement, which sees one moment and costs one round trip. */
export async function selectState(queries: Queries): Promise<RecordedState> {
  const tables = kinds.map(
    (kind) =>
      sql`SELECT ${sql.lit(kind)} AS kind, id, record, version, created_at, changed_at, retired_on FROM ${recordTable(kind)}`,
  );
  const { rows } = await sql<KeptRow & { kind: string | null; seq: number }>`
    SELECT event_counter.seq, kept.* FROM event_counter
    LEFT JOIN (${sql.join(tables, sql` UNION ALL `)}) AS kept ON true
    ORDER BY kept.kind, kept.id`.execute(queries);
  return {
    revision: rows[0]?.seq ?? 0,
    rows: rows.flatMap((row) => (row.kind === null ? [] : [{ kind: row.kind, id: row.id, stored: fromRow(row) }])),
  };
}

/** What each record's last event by a moment left behind. */
export async function selectStateAsOf(queries: Queries, asOf: Date): Promise<RecordedState> {
  // "By then" is everything up to the last event recorded by then, in commit order.
  const revision = await selectSeqRecordedBy(queries, asOf, await selectNewestSeq(queries));
  const { rows } = await sql<{ seq: number; kind: string; id: string; after: StoredRecord<unknown> | null }>`
    SELECT DISTINCT ON (subject_kind, subject_id) seq, subject_kind AS kind, subject_id AS id, after
    FROM event WHERE seq <= ${revision} AND subject_kind IN (${sql.join(kinds)})
    ORDER BY subject_kind, subject_id, seq DESC`.execute(queries);
  const { rows: renames } = await sql<{ seq: number; kind: string; id: string }>`
    SELECT seq, subject_kind AS kind, before -> 'record' ->> 'id' AS id
    FROM event WHERE seq <= ${revision} AND verb LIKE '%.renamed' ORDER BY seq`.execute(queries);
  const leftAt = new Map(renames.map(({ kind, id, seq }) => [`${kind} ${id}`, seq]));
  return {
    revision,
    rows: rows.flatMap(({ kind, id, seq, after }) =>
      after === null || (leftAt.get(`${kind} ${id}`) ?? 0) > seq ? [] : [{ kind, id, stored: after }],
    ),
  };
}

/** One number for all who change records of one database. */
const registerLock = 7_450_012;

/** Waits until no other transaction on the database changes records, and keeps others waiting until this one ends. */
export async function lockRegister(queries: Queries): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(${registerLock})`.execute(queries);
}

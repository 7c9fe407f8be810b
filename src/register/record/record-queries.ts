import { sql } from "kysely";
import type { RecordKind } from "../../contract/event.ts";
import type { Queries } from "../../store/database.ts";
import type { RecordOf, StoredRecord } from "./record-kind.ts";

export interface KeptRow {
  readonly id: string;
  readonly record: unknown;
  readonly version: number;
  readonly created_at: string;
  readonly changed_at: string;
  readonly retired_on: string | null;
}

const rowsAtOnce = 1000;

/** The table that holds a kind, which is named after it. */
export function recordTable(kind: RecordKind): ReturnType<typeof sql.table> {
  return sql.table(kind.replaceAll("-", "_"));
}

export function fromRow(row: KeptRow): StoredRecord<unknown> {
  return {
    record: row.record,
    version: row.version,
    createdAt: row.created_at,
    changedAt: row.changed_at,
    retiredOn: row.retired_on,
  };
}

export async function selectRecords<K extends RecordKind>(
  queries: Queries,
  kind: K,
  ids: readonly string[] | "all",
): Promise<Map<string, StoredRecord<RecordOf[K]>>> {
  const { rows } = await sql<KeptRow>`
    SELECT id, record, version, created_at, changed_at, retired_on FROM ${recordTable(kind)}
    ${ids === "all" ? sql`` : sql`WHERE id = ANY (${[...ids]}::text[])`} ORDER BY id`.execute(queries);
  return new Map(rows.map((row) => [row.id, fromRow(row) as StoredRecord<RecordOf[K]>]));
}

/**
 * Writes rows that are new or one version further than what is kept; the number it answers is smaller than the number
 * given when one of them has been changed meanwhile.
 */
export async function upsertRecords(
  queries: Queries,
  kind: RecordKind,
  rows: readonly (StoredRecord<unknown> & { id: string })[],
): Promise<number> {
  let written = 0;
  for (let start = 0; start < rows.length; start += rowsAtOnce) {
    const batch = rows.slice(start, start + rowsAtOnce).map((row) => ({
      id: row.id,
      record: row.record,
      version: row.version,
      created_at: row.createdAt,
      changed_at: row.changedAt,
      retired_on: row.retiredOn,
    }));
    const { numAffectedRows } = await sql`
      INSERT INTO ${recordTable(kind)} AS kept (id, record, version, created_at, changed_at, retired_on)
      SELECT id, record, version, created_at, changed_at, retired_on
      FROM jsonb_to_recordset(${JSON.stringify(batch)}::jsonb)
        AS given (id text, record jsonb, version integer, created_at timestamptz, changed_at timestamptz, retired_on date)
      ON CONFLICT (id) DO UPDATE SET record = excluded.record, version = excluded.version,
        created_at = excluded.created_at, changed_at = excluded.changed_at, retired_on = excluded.retired_on
      WHERE kept.version = excluded.version - 1`.execute(queries);
    written += Number(numAffectedRows ?? 0n);
  }
  return written;
}

export async function deleteRecords(queries: Queries, kind: RecordKind, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await sql`DELETE FROM ${recordTable(kind)} WHERE id = ANY (${[...ids]}::text[])`.execute(queries);
}

/** A page of records by id, and how many there are in all. */
export async function selectPage(
  queries: Queries,
  kind: RecordKind,
  { after, limit, retired }: { after: string; limit: number; retired: "left-out" | "included" },
): Promise<{ rows: KeptRow[]; total: number }> {
  const shown = retired === "left-out" ? sql`retired_on IS NULL` : sql`true`;
  const { rows } = await sql<KeptRow>`
    SELECT id, record, version, created_at, changed_at, retired_on FROM ${recordTable(kind)}
    WHERE ${shown} AND id > ${after} ORDER BY id LIMIT ${limit}`.execute(queries);
  const { rows: counted } = await sql<{ total: number }>`
    SELECT count(*) AS total FROM ${recordTable(kind)} WHERE ${shown}`.execute(queries);
  return { rows, total: counted[0]!.total };
}

/** Records in whose text an id stands in quotes, whatever field it stands in. */
export async function selectNaming(queries: Queries, kind: RecordKind, id: string): Promise<KeptRow[]> {
  const { rows } = await sql<KeptRow>`
    SELECT id, record, version, created_at, changed_at, retired_on FROM ${recordTable(kind)}
    WHERE position(${`"${id}"`} IN record::text) > 0 ORDER BY id`.execute(queries);
  return rows;
}

/** Whether any record of a kind is in use. */
export async function isInUse(queries: Queries, kind: RecordKind): Promise<boolean> {
  const { rows } = await sql`SELECT 1 FROM ${recordTable(kind)} WHERE retired_on IS NULL LIMIT 1`.execute(queries);
  return rows.length > 0;
}

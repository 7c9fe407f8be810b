import { sql } from "kysely";
import type { Queries } from "./database.ts";

export interface BackupTable {
  readonly name: string;
  /** Columns that hold something of their own; generated ones are computed again when they are restored. */
  readonly columns: readonly string[];
  readonly key: readonly string[];
}

/** Tables whose rows may be megabytes each, of which few are held in memory at once. */
export const heavyTables: ReadonlySet<string> = new Set(["audit_content", "receipt_payload"]);

/** Every table of ours by name, as the catalog knows it, so that no later table can be left out of a backup. */
export async function backupTables(queries: Queries): Promise<BackupTable[]> {
  const { rows } = await sql<{ name: string; columns: string[]; key: string[] }>`
    SELECT c.relname::text AS name,
      ARRAY(SELECT a.attname::text FROM pg_attribute a
        WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '' ORDER BY a.attnum) AS columns,
      ARRAY(SELECT a.attname::text FROM pg_index i CROSS JOIN unnest(i.indkey::int[]) WITH ORDINALITY AS k (attnum, place)
        JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.attnum
        WHERE i.indrelid = c.oid AND i.indisprimary ORDER BY k.place) AS key
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname = 'plimsoll' AND c.relkind = 'r' AND c.relname <> 'schema_version'
    ORDER BY c.relname COLLATE "C"`.execute(queries);
  return rows;
}

/** Whether anything was ever written; a counter at zero is nothing. */
export async function holdsSomething(queries: Queries): Promise<boolean> {
  for (const { name } of await backupTables(queries)) {
    const found =
      name === "event_counter"
        ? sql`SELECT 1 FROM event_counter WHERE seq > 0`
        : sql`SELECT 1 FROM ${sql.table(name)} LIMIT 1`;
    if ((await found.execute(queries)).rows.length > 0) return true;
  }
  return false;
}

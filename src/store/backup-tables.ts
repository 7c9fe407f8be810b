import { sql } from "kysely";
import type { Queries } from "./database.ts";

export interface BackupTable {
  readonly name: string;
  /** Columns that hold something of their own; generated ones are computed again when they are restored. */
  readonly columns: readonly string[];
  readonly key: readonly string[];
}

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

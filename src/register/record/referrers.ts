import { sql } from "kysely";
import type { Queries } from "../../store/database.ts";
import { referencesOf } from "./map-references.ts";
import { type ListedKind, listedKinds, type RecordOf, type StoredRecord } from "./record-kind.ts";
import { fromRow, type KeptRow } from "./record-queries.ts";

export interface Referrer {
  readonly kind: ListedKind;
  readonly id: string;
  readonly stored: StoredRecord<RecordOf[ListedKind]>;
}

/** The records, retired ones included, that refer to a record. */
export async function referrersOf(queries: Queries, kind: ListedKind, id: string): Promise<Referrer[]> {
  const found: Referrer[] = [];
  for (const from of listedKinds) {
    // An id is a slug, so it stands in the record's text in quotes; which field it stands in is looked at below.
    const { rows } = await sql<KeptRow>`
      SELECT id, record, version, created_at, changed_at, retired_on FROM ${sql.table(from)}
      WHERE position(${`"${id}"`} IN record::text) > 0 ORDER BY id`.execute(queries);
    for (const row of rows) {
      const stored = fromRow(row) as StoredRecord<RecordOf[ListedKind]>;
      const refers = referencesOf(from, stored.record).some((to) => to.kind === kind && to.id === id);
      if (refers) found.push({ kind: from, id: row.id, stored });
    }
  }
  return found;
}

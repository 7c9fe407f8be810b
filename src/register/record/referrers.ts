import type { Queries } from "../../store/database.ts";
import { referencesOf } from "./map-references.ts";
import {
  type KeptKind,
  keptKinds,
  type ListedKind,
  listedKinds,
  type RecordOf,
  type StoredRecord,
} from "./record-kind.ts";
import { fromRow, selectNaming } from "./record-queries.ts";

export interface Referrer {
  readonly kind: ListedKind | KeptKind;
  readonly id: string;
  readonly stored: StoredRecord<RecordOf[ListedKind | KeptKind]>;
}

/** What is kept beside the portfolio refers too; it keeps nothing from being retired, since it is about what was. */
export const everyReferrer = [...listedKinds, ...keptKinds] as const;

/** The records, retired ones included, that refer to a record. */
export async function referrersOf(
  queries: Queries,
  kind: ListedKind,
  id: string,
  among: readonly Referrer["kind"][] = listedKinds,
): Promise<Referrer[]> {
  const found: Referrer[] = [];
  for (const from of among) {
    for (const row of await selectNaming(queries, from, id)) {
      const stored = fromRow(row) as Referrer["stored"];
      const refers = referencesOf(from, stored.record).some((to) => to.kind === kind && to.id === id);
      if (refers) found.push({ kind: from, id: row.id, stored });
    }
  }
  return found;
}

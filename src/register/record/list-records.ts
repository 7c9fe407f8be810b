import type { Context } from "../context.ts";
import { requireRole } from "../require-role.ts";
import type { ListedKind, RecordOf, StoredRecord } from "./record-kind.ts";
import { fromRow, selectPage } from "./record-queries.ts";

export interface RecordPage<T> {
  readonly items: StoredRecord<T>[];
  /** Give it as `after` for the next page; null on the last one. */
  readonly next: string | null;
  readonly total: number;
}

/** Records of a kind by id; those in use unless retired ones are asked for too. */
export async function listRecords<K extends ListedKind>(
  ctx: Context,
  kind: K,
  { after = "", limit = 100, retired = "left-out" }: ListRecordsInput = {},
): Promise<RecordPage<RecordOf[K]>> {
  requireRole(ctx, "viewer");
  const { rows, total } = await selectPage(ctx.db.queries, kind, { after, limit: limit + 1, retired });
  const page = rows.slice(0, limit);
  return {
    items: page.map((row) => fromRow(row) as StoredRecord<RecordOf[K]>),
    next: rows.length > limit ? page.at(-1)!.id : null,
    total,
  };
}

export interface ListRecordsInput {
  readonly after?: string;
  readonly limit?: number;
  readonly retired?: "left-out" | "included";
}

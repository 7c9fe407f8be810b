import type { RecordKind } from "../../contract/event.ts";
import type { Context } from "../context.ts";
import { requireRole } from "../require-role.ts";
import { findRecord } from "./find-record.ts";
import type { RecordOf, StoredRecord } from "./record-kind.ts";

/** A record by its id or a former one, retired or not. */
export async function readRecord<K extends RecordKind>(
  ctx: Context,
  kind: K,
  id: string,
): Promise<StoredRecord<RecordOf[K]>> {
  requireRole(ctx, "viewer");
  const { id: _, ...stored } = await findRecord(ctx.db.queries, kind, id);
  return stored;
}

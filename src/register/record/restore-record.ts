import { changeRegister } from "../change-register.ts";
import type { Context } from "../context.ts";
import { requireRole } from "../require-role.ts";
import { findRecord, requireVersion } from "./find-record.ts";
import { nextVersion } from "./next-version.ts";
import type { ListedKind, RecordOf, StoredRecord } from "./record-kind.ts";
import { plural, roleToChange } from "./record-schema.ts";
import { requireSound } from "./require-sound.ts";
import { storeChange } from "./store-change.ts";

/** Takes a retired record into use again, as it was. */
export async function restoreRecord<K extends ListedKind>(
  ctx: Context,
  kind: K,
  input: { readonly id: string; readonly ifVersion?: number },
): Promise<StoredRecord<RecordOf[K]>> {
  requireRole(ctx, roleToChange[kind], `restore ${plural(kind)}`);
  return changeRegister(ctx, async (queries) => {
    const { id, ...before } = await findRecord(queries, kind, input.id);
    requireVersion(kind, { id, version: before.version }, input.ifVersion);
    if (before.retiredOn === null) return before;
    await requireSound(queries, kind, id, before.record);
    const after = nextVersion<RecordOf[K]>(before, before.record, ctx.now);
    await storeChange(ctx, queries, kind, { id, verb: "restored", before, after });
    return after;
  });
}

import { changeRegister } from "../change-register.ts";
import type { Context } from "../context.ts";
import { requireRightToWrite } from "../require-right-to-write.ts";
import { requireRole } from "../require-role.ts";
import { parseRecord } from "./create-record.ts";
import { isSame } from "./differing-fields.ts";
import { findRecord, requireInUse, requireVersion } from "./find-record.ts";
import { mergePatch } from "./merge-patch.ts";
import { nextVersion } from "./next-version.ts";
import { invalidInput } from "./parse-record.ts";
import type { ListedKind, RecordOf, StoredRecord } from "./record-kind.ts";
import { requireReferrersSound } from "./require-referrers-sound.ts";
import { requireSound } from "./require-sound.ts";
import { storeChange } from "./store-change.ts";

export type ChangeRecordInput = {
  readonly id: string;
  /** Refuse when the record has another version by now. */
  readonly ifVersion?: number;
} & ({ /** The whole record. */ readonly record: unknown } | { /** A JSON merge patch. */ readonly patch: unknown });

/** Changes a record; where nothing differs nothing is recorded and the version stays. */
export async function changeRecord<K extends ListedKind>(
  ctx: Context,
  kind: K,
  input: ChangeRecordInput,
): Promise<StoredRecord<RecordOf[K]>> {
  requireRole(ctx, "contributor");
  return changeRegister(ctx, async (queries) => {
    const { id, ...before } = await findRecord(queries, kind, input.id);
    requireInUse(kind, { id, ...before });
    requireVersion(kind, { id, version: before.version }, input.ifVersion);
    const given = "patch" in input ? mergePatch(before.record, input.patch) : input.record;
    // A limit's id is made of its scope where it is left out; here it is the one that is changed.
    const record = parseRecord(kind, kind === "limit" ? { id, ...(given as object) } : given);
    if (record.id !== id)
      throw invalidInput(`${kind} ${id}`, [
        {
          path: ["id"],
          what: `id "${record.id}": another one`,
          remedy: "ids are permanent; rename the record instead",
        },
      ]);
    if (isSame(before.record, record)) return before;
    requireRightToWrite(ctx, kind, before.record, record);
    await requireSound(queries, kind, id, record);
    await requireReferrersSound(queries, kind, { id, before: before.record, after: record });
    const after = nextVersion<RecordOf[K]>(before, record, ctx.now);
    await storeChange(ctx, queries, kind, { id, verb: "changed", before, after });
    return after;
  });
}

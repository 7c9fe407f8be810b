import { changeRegister } from "../change-register.ts";
import type { Context } from "../context.ts";
import { organizationDate } from "../organization-date.ts";
import { requireRole } from "../require-role.ts";
import { findRecord, requireVersion } from "./find-record.ts";
import { nextVersion } from "./next-version.ts";
import { invalidInput } from "./parse-record.ts";
import type { ListedKind, RecordOf, StoredRecord } from "./record-kind.ts";
import { plural, roleToChange } from "./record-schema.ts";
import { type Referrer, referrersOf } from "./referrers.ts";
import { storeChange } from "./store-change.ts";

/** Takes a record out of use from today; it is kept with its history. Refused while others refer to it. */
export async function retireRecord<K extends ListedKind>(
  ctx: Context,
  kind: K,
  input: { readonly id: string; readonly ifVersion?: number },
): Promise<StoredRecord<RecordOf[K]>> {
  requireRole(ctx, roleToChange[kind], `retire ${plural(kind)}`);
  return changeRegister(ctx, async (queries) => {
    const { id, ...before } = await findRecord(queries, kind, input.id);
    requireVersion(kind, { id, version: before.version }, input.ifVersion);
    if (before.retiredOn !== null) return before;
    const referrers = (await referrersOf(queries, kind, id)).filter(({ stored }) => stored.retiredOn === null);
    if (referrers.length > 0) throw stillReferredTo(kind, id, referrers);
    const { today } = await organizationDate(queries, ctx.now);
    const after = nextVersion<RecordOf[K]>(before, before.record, ctx.now, today);
    await storeChange(ctx, queries, kind, { id, verb: "retired", before, after });
    return after;
  });
}

function stillReferredTo(kind: ListedKind, id: string, referrers: readonly Referrer[]) {
  const shown = referrers.slice(0, 5).map((referrer) => `${referrer.kind} ${referrer.id}`);
  const more = referrers.length > shown.length ? ` and ${referrers.length - shown.length} more` : "";
  return invalidInput(`${kind} ${id}`, [
    { path: [], what: `referred to by ${shown.join(", ")}${more}`, remedy: "change or retire those first" },
  ]);
}

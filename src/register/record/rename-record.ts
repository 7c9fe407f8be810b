import { slug } from "../../contract/primitive.ts";
import { changeRegister } from "../change-register.ts";
import type { Context } from "../context.ts";
import { newEvent } from "../event/new-event.ts";
import { recordEvents } from "../event/record-events.ts";
import { requireRole } from "../require-role.ts";
import { presentId } from "./alias-queries.ts";
import { requireFreeId } from "./create-record.ts";
import { findRecord, requireVersion } from "./find-record.ts";
import { mapReferences } from "./map-references.ts";
import { nextVersion } from "./next-version.ts";
import { parseInput } from "./parse-record.ts";
import type { ListedKind, RecordOf, StoredRecord } from "./record-kind.ts";
import { plural, roleToChange } from "./record-schema.ts";
import { everyReferrer, referrersOf } from "./referrers.ts";

/** Gives a record another id. It keeps its history, its former id leads to it, and who referred to it refers to it still. */
export async function renameRecord<K extends ListedKind>(
  ctx: Context,
  kind: K,
  input: { readonly id: string; readonly to: string; readonly ifVersion?: number },
): Promise<StoredRecord<RecordOf[K]>> {
  requireRole(ctx, roleToChange[kind], `rename ${plural(kind)}`);
  const to = parseInput(slug, input.to, `new id of ${kind} ${input.id}`);
  return changeRegister(ctx, async (queries) => {
    const { id, ...before } = await findRecord(queries, kind, input.id);
    requireVersion(kind, { id, version: before.version }, input.ifVersion);
    if (to === id) return before;
    // Its own former id it may take back.
    if ((await presentId(queries, kind, to)) !== id) await requireFreeId(queries, kind, to);
    const after = nextVersion<RecordOf[K]>(before, { ...before.record, id: to }, ctx.now, before.retiredOn);
    const renamed = newEvent(ctx, { verb: `${kind}.renamed`, subject: { kind, id: to }, before, after });
    const referrers = await referrersOf(queries, kind, id, everyReferrer);
    const rewritten = referrers.map((referrer) => {
      const record = mapReferences(referrer.kind, referrer.stored.record as RecordOf[typeof referrer.kind], (k, old) =>
        k === kind && old === id ? to : old,
      );
      return newEvent(ctx, {
        verb: `${referrer.kind}.changed`,
        subject: { kind: referrer.kind, id: referrer.id },
        before: referrer.stored,
        after: nextVersion(referrer.stored, record, ctx.now, referrer.stored.retiredOn),
        cause: [renamed.id],
      });
    });
    await recordEvents(queries, [renamed, ...rewritten]);
    return after;
  });
}

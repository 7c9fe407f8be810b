import type { Context } from "../context.ts";
import { type NewEvent, newEvent } from "../event/new-event.ts";
import type { RegisterState } from "../read-register.ts";
import { isSame } from "../record/differing-fields.ts";
import { mapReferences } from "../record/map-references.ts";
import { nextVersion } from "../record/next-version.ts";

/** Kept audits refer to what was renamed by its new name; nothing else of an audit ever changes. */
export function auditsFollowing(
  ctx: Context,
  { audits }: Pick<RegisterState, "audits">,
  renames: readonly { readonly kind: string; readonly formerly: string; readonly id: string }[],
  cause: readonly string[],
): NewEvent[] {
  if (renames.length === 0) return [];
  const presentIds = new Map(renames.map(({ kind, formerly, id }) => [`${kind} ${formerly}`, id]));
  return [...audits].flatMap(([id, before]) => {
    const record = mapReferences("audit", before.record, (kind, old) => presentIds.get(`${kind} ${old}`) ?? old);
    if (isSame(record, before.record)) return [];
    const after = nextVersion(before, record, ctx.now, before.retiredOn);
    return [newEvent(ctx, { verb: "audit.changed", subject: { kind: "audit", id }, before, after, cause })];
  });
}

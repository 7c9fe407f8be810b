import type { Context } from "../context.ts";
import { type NewEvent, newEvent } from "../event/new-event.ts";
import type { RegisterState } from "../read-register.ts";
import { isSame } from "./differing-fields.ts";
import { mapReferences } from "./map-references.ts";
import { nextVersion } from "./next-version.ts";
import type { KeptKind, RecordOf, StoredRecord } from "./record-kind.ts";

interface Renamed {
  readonly kind: string;
  readonly formerly: string;
  readonly id: string;
}

/** What is kept beside the portfolio refers to what a file renamed by its new name. */
export function keptFollowing(
  ctx: Context,
  {
    audits,
    studies,
    workshops,
    assignmentRules,
  }: Pick<RegisterState, "audits" | "studies" | "workshops" | "assignmentRules">,
  renames: readonly Renamed[],
  cause: readonly string[],
): NewEvent[] {
  if (renames.length === 0) return [];
  const presentIds = new Map(renames.map(({ kind, formerly, id }) => [`${kind} ${formerly}`, id]));
  const following = <K extends KeptKind>(kind: K, records: ReadonlyMap<string, StoredRecord<RecordOf[K]>>) =>
    [...records].flatMap(([id, before]) => {
      const record = mapReferences(kind, before.record, (of, old) => presentIds.get(`${of} ${old}`) ?? old);
      if (isSame(record, before.record)) return [];
      const after = nextVersion(before, record, ctx.now, before.retiredOn);
      return [newEvent(ctx, { verb: `${kind}.changed`, subject: { kind, id }, before, after, cause })];
    });
  return [
    ...following("audit", audits),
    ...following("study", studies),
    ...following("workshop", workshops),
    ...following("assignment-rule", assignmentRules),
  ];
}

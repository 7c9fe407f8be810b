import type { Risk } from "../contract/record.ts";
import type { Context } from "./context.ts";
import { isSame } from "./record/differing-fields.ts";
import type { ListedKind, RecordOf } from "./record/record-kind.ts";
import { plural, roleToChange } from "./record/record-schema.ts";
import { requireRole } from "./require-role.ts";

/** Refuses a change of a record by someone who may not make it; a judged residual rating is an approver's to give or lift. */
export function requireRightToWrite<K extends ListedKind>(
  ctx: Pick<Context, "actor">,
  kind: K,
  before: RecordOf[K] | null,
  after: RecordOf[K],
): void {
  requireRole(ctx, roleToChange[kind], `change ${plural(kind)}`);
  if (kind !== "risk") return;
  const judged = [before, after].map((record) => (record as Risk | null)?.residual);
  if (!isSame(judged[0], judged[1])) requireRole(ctx, "approver", "judge a residual rating");
}

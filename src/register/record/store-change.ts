import type { Risk } from "../../contract/record.ts";
import type { Queries } from "../../store/database.ts";
import { assessmentOfChange, isOnlyReassessed } from "../assessment/assessment-of-change.ts";
import type { Context } from "../context.ts";
import { type NewEvent, newEvent } from "../event/new-event.ts";
import { recordEvents } from "../event/record-events.ts";
import { organizationDate } from "../organization-date.ts";
import type { ListedKind, StoredRecord } from "./record-kind.ts";

interface Change<T> {
  readonly id: string;
  readonly verb: "created" | "changed" | "retired" | "restored";
  readonly before: StoredRecord<T> | null;
  readonly after: StoredRecord<T>;
}

/** Writes the change of one record by a form, and the assessment that a new rating of a risk amounts to. */
export async function storeChange<T>(
  ctx: Context,
  queries: Queries,
  kind: ListedKind,
  { id, verb, before, after }: Change<T>,
): Promise<void> {
  const subject = { kind, id };
  if (kind !== "risk" || verb === "retired") {
    await recordEvents(queries, [newEvent(ctx, { verb: `${kind}.${verb}`, subject, before, after })]);
    return;
  }
  const [old, risk] = [(before?.record ?? null) as Risk | null, after.record as Risk];
  const assessment = assessmentOfChange(ctx, {
    before: old,
    after: risk,
    source: "form",
    ...(await organizationDate(queries, ctx.now)),
  });
  const assessedOnly = verb === "changed" && old !== null && isOnlyReassessed(old, risk);
  const events: NewEvent[] = assessment === null ? [] : [assessment];
  events.push(
    newEvent(ctx, {
      verb: `risk.${assessedOnly ? "assessed" : verb}`,
      subject,
      before,
      after,
      cause: assessment === null ? [] : [assessment.id],
    }),
  );
  await recordEvents(queries, events);
}

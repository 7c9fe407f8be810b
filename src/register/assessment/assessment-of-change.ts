import type { Assessment, Risk } from "../../contract/record.ts";
import { endOfDay } from "../calendar.ts";
import type { Context } from "../context.ts";
import { type NewEvent, newEvent } from "../event/new-event.ts";
import { newId } from "../new-id.ts";
import { isSame } from "../record/differing-fields.ts";
import { nextVersion } from "../record/next-version.ts";

const ratingFields = ["inherent", "residual", "assessed"] as const;

/** Whether a risk is judged otherwise than before, or on another day. */
function isReassessed(before: Risk | null, after: Risk): boolean {
  return ratingFields.some((field) => !isSame(before?.[field], after[field]));
}

/** Whether nothing but the judgement differs. */
export function isOnlyReassessed(before: Risk, after: Risk): boolean {
  const unrated = (risk: Risk) => ({ ...risk, inherent: undefined, residual: undefined, assessed: undefined });
  return isReassessed(before, after) && isSame(unrated(before), unrated(after));
}

/** The event of the assessment that a change of a risk's rating amounts to; null where its rating stays. */
export function assessmentOfChange(
  ctx: Pick<Context, "actor" | "now">,
  {
    before,
    after,
    source,
    today,
    timeZone,
  }: {
    before: Risk | null;
    after: Risk;
    source: Assessment["source"];
    today: string;
    timeZone: string;
  },
): NewEvent | null {
  if (!isReassessed(before, after)) return null;
  return assessmentEvent(
    ctx,
    {
      id: newId("as-", ctx.now),
      risk: after.id,
      on: after.assessed ?? today,
      ...(ctx.actor.kind === "person" ? { by: ctx.actor.id } : {}),
      source,
      ...(after.inherent === undefined ? {} : { inherent: after.inherent }),
      ...(after.residual === undefined ? {} : { residual: after.residual }),
      recordedAt: ctx.now.toISOString(),
    },
    timeZone,
  );
}

/** `assessment.recorded`; it holds from the end of its day, and never from the future. */
export function assessmentEvent(ctx: Pick<Context, "actor" | "now">, record: Assessment, timeZone: string): NewEvent {
  const dayEnd = endOfDay(record.on, timeZone);
  return newEvent(ctx, {
    verb: "assessment.recorded",
    subject: { kind: "assessment", id: record.id },
    before: null,
    after: nextVersion(null, record, ctx.now),
    effectiveAt: dayEnd < ctx.now ? dayEnd : ctx.now,
  });
}

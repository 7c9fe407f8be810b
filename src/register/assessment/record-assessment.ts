import { z } from "zod";
import { isoDate, slug, text } from "../../contract/primitive.ts";
import { type Assessment, assessment as assessmentSchema, type Risk } from "../../contract/record.ts";
import type { Queries } from "../../store/database.ts";
import { changeRegister } from "../change-register.ts";
import type { Context } from "../context.ts";
import { type NewEvent, newEvent } from "../event/new-event.ts";
import { recordEvents } from "../event/record-events.ts";
import { newId } from "../new-id.ts";
import { organizationDate } from "../organization-date.ts";
import { findRecord, requireInUse, requireVersion } from "../record/find-record.ts";
import { nextVersion } from "../record/next-version.ts";
import { invalidInput, parseInput } from "../record/parse-record.ts";
import type { StoredRecord } from "../record/record-kind.ts";
import { requireSound } from "../record/require-sound.ts";
import { requireRightToWrite } from "../require-right-to-write.ts";
import { requireRole } from "../require-role.ts";
import { assessmentEvent } from "./assessment-of-change.ts";

const { inherent, residual } = assessmentSchema.shape;

/** One judgement of a risk. A rating that is left out stays as it is; `residual: null` lifts a judged one. */
export const assessmentInput = z.strictObject({
  risk: slug,
  /** The day of the judgement; today unless given. */
  on: isoDate.optional(),
  by: slug.optional(),
  source: z.enum(["form", "workshop"]).optional(),
  inherent,
  residual: residual.nullable(),
  note: text.optional(),
});

/**
 * Keeps a judgement and, unless a later one is known already, makes it the risk's rating: two events in one
 * transaction, the second caused by the first.
 */
export async function recordAssessment(
  ctx: Context,
  input: { readonly assessment: unknown; readonly ifVersion?: number },
): Promise<{ assessment: StoredRecord<Assessment>; risk: StoredRecord<Risk> }> {
  requireRole(ctx, "contributor", "assess risks");
  const given = parseInput(assessmentInput, input.assessment, "assessment");
  return changeRegister(ctx, async (queries) => {
    const { events, ...judged } = await assessmentEvents(ctx, queries, given, { ifVersion: input.ifVersion });
    await recordEvents(queries, events);
    return judged;
  });
}

/** The events that record a judgement, within a transaction; refused where the risk cannot have it. */
export async function assessmentEvents(
  ctx: Context,
  queries: Queries,
  given: z.infer<typeof assessmentInput>,
  { ifVersion, cause = [] }: { readonly ifVersion?: number | undefined; readonly cause?: readonly string[] },
): Promise<{ events: NewEvent[]; assessment: StoredRecord<Assessment>; risk: StoredRecord<Risk> }> {
  const { id, ...before } = await findRecord(queries, "risk", given.risk);
  requireInUse("risk", { id, ...before });
  requireVersion("risk", { id, version: before.version }, ifVersion);
  const { today, timeZone } = await organizationDate(queries, ctx.now);
  const on = given.on ?? today;
  if (on > today)
    throw invalidInput("assessment", [
      { path: ["on"], what: `day ${on}: after today, ${today}`, remedy: "give the day of the judgement" },
    ]);
  const risk = assessed(before.record, { ...given, on });
  requireRightToWrite(ctx, "risk", before.record, risk);
  await requireSound(queries, "risk", id, risk);
  const by = given.by ?? (ctx.actor.kind === "person" ? ctx.actor.id : undefined);
  const recorded = {
    ...assessmentEvent(
      ctx,
      {
        id: newId("as-", ctx.now),
        risk: id,
        on,
        ...(by === undefined ? {} : { by }),
        source: given.source ?? "form",
        ...(risk.inherent === undefined ? {} : { inherent: risk.inherent }),
        ...(risk.residual === undefined ? {} : { residual: risk.residual }),
        ...(given.note === undefined ? {} : { note: given.note }),
        recordedAt: ctx.now.toISOString(),
      },
      timeZone,
    ),
    cause: [...cause],
  };
  const events: NewEvent[] = [recorded];
  let after: StoredRecord<Risk> = before;
  if (on >= (before.record.assessed ?? "")) {
    after = nextVersion(before, risk, ctx.now);
    const subject = { kind: "risk", id } as const;
    events.push(newEvent(ctx, { verb: "risk.assessed", subject, before, after, cause: [recorded.id] }));
  }
  return { events, assessment: recorded.after as StoredRecord<Assessment>, risk: after };
}

function assessed(risk: Risk, given: z.infer<typeof assessmentInput> & { on: string }): Risk {
  const { residual: judged, ...rest } = risk;
  const residual = given.residual === undefined ? judged : given.residual;
  return {
    ...rest,
    assessed: given.on,
    ...(given.inherent === undefined ? {} : { inherent: given.inherent }),
    ...(residual === undefined || residual === null ? {} : { residual }),
  };
}

import { type Study, studyRetirement } from "../../contract/study.ts";
import { changeRegister } from "../change-register.ts";
import type { Context } from "../context.ts";
import { newEvent } from "../event/new-event.ts";
import { recordEvents } from "../event/record-events.ts";
import { organizationDate } from "../organization-date.ts";
import { findRecord } from "../record/find-record.ts";
import { nextVersion } from "../record/next-version.ts";
import { parseInput } from "../record/parse-record.ts";
import type { StoredRecord } from "../record/record-kind.ts";
import { requireRole } from "../require-role.ts";

/** Takes a study out of use from today, for a reason that is kept with it; it is kept with its history. */
export async function retireStudy(ctx: Context, id: string, input: unknown = {}): Promise<StoredRecord<Study>> {
  const { reason } = parseInput(studyRetirement, input, "retirement");
  return setUse(ctx, id, { verb: "retired", reason });
}

/** Takes a retired study into use again, as it was. */
export async function restoreStudy(ctx: Context, id: string): Promise<StoredRecord<Study>> {
  return setUse(ctx, id, { verb: "restored" });
}

async function setUse(
  ctx: Context,
  given: string,
  { verb, reason }: { readonly verb: "retired" | "restored"; readonly reason?: string | undefined },
): Promise<StoredRecord<Study>> {
  requireRole(ctx, "contributor", verb === "retired" ? "retire studies" : "restore studies");
  return changeRegister(ctx, async (queries) => {
    const { id, ...before } = await findRecord(queries, "study", given);
    if ((before.retiredOn !== null) === (verb === "retired")) return before;
    const { today } = await organizationDate(queries, ctx.now);
    const { retiredBecause: _, ...study } = before.record;
    const record = { ...study, ...(reason !== undefined && { retiredBecause: reason }) };
    const after = nextVersion<Study>(before, record, ctx.now, verb === "retired" ? today : null);
    await recordEvents(queries, [
      newEvent(ctx, { verb: `study.${verb}`, subject: { kind: "study", id }, before, after }),
    ]);
    return after;
  });
}

import type { WorkshopRecord } from "../../contract/workshop.ts";
import { changeRegister } from "../change-register.ts";
import type { Context } from "../context.ts";
import { newEvent } from "../event/new-event.ts";
import { recordEvents } from "../event/record-events.ts";
import { organizationDate } from "../organization-date.ts";
import { nextVersion } from "../record/next-version.ts";
import type { StoredRecord } from "../record/record-kind.ts";
import { requireRole } from "../require-role.ts";
import { deleteBallots } from "./ballot-queries.ts";
import { findWorkshopFor, requireFacilitator } from "./find-workshop.ts";

/** Ends a workshop without an outcome; it is kept, and votes that were still blind are destroyed unseen. */
export async function dropWorkshop(ctx: Context, id: string): Promise<StoredRecord<WorkshopRecord>> {
  requireRole(ctx, "viewer");
  return changeRegister(ctx, async (queries) => {
    const { before, state } = await findWorkshopFor(queries, id, "drop");
    requireFacilitator(ctx, before.record, "drop");
    const { today } = await organizationDate(queries, ctx.now);
    const after = nextVersion<WorkshopRecord>(before, { ...before.record, state }, ctx.now, today);
    await deleteBallots(queries, id);
    await recordEvents(queries, [
      newEvent(ctx, { verb: "workshop.retired", subject: { kind: "workshop", id }, before, after }),
    ]);
    return after;
  });
}

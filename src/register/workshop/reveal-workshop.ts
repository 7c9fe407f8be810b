import type { WorkshopRecord } from "../../contract/workshop.ts";
import { changeRegister } from "../change-register.ts";
import type { Context } from "../context.ts";
import { newEvent } from "../event/new-event.ts";
import { recordEvents } from "../event/record-events.ts";
import { nextVersion } from "../record/next-version.ts";
import { invalidInput } from "../record/parse-record.ts";
import type { StoredRecord } from "../record/record-kind.ts";
import { requireRole } from "../require-role.ts";
import { deleteBallots, selectBallots } from "./ballot-queries.ts";
import { findWorkshopFor, requireFacilitator } from "./find-workshop.ts";

/** Ends the blind voting: the votes move into the workshop's record, where everybody sees them, as one event. */
export async function revealWorkshop(ctx: Context, id: string): Promise<StoredRecord<WorkshopRecord>> {
  requireRole(ctx, "viewer");
  return changeRegister(ctx, async (queries) => {
    const { before, state } = await findWorkshopFor(queries, id, "reveal");
    requireFacilitator(ctx, before.record, "reveal the votes of");
    const votes = await selectBallots(queries, before.record);
    if (votes.length === 0)
      throw invalidInput(`workshop ${id}`, [
        { path: [], what: "nobody has voted", remedy: "wait for the votes, or drop the workshop" },
      ]);
    const after = nextVersion<WorkshopRecord>(before, { ...before.record, state, votes }, ctx.now);
    await deleteBallots(queries, id);
    await recordEvents(queries, [
      newEvent(ctx, { verb: "workshop.revealed", subject: { kind: "workshop", id }, before, after }),
    ]);
    return after;
  });
}

import { Failure } from "../../contract/failure.ts";
import type { WorkshopRecord } from "../../contract/workshop.ts";
import type { Queries } from "../../store/database.ts";
import type { Context } from "../context.ts";
import { findRecord } from "../record/find-record.ts";
import { invalidInput } from "../record/parse-record.ts";
import type { StoredRecord } from "../record/record-kind.ts";
import { requireRole } from "../require-role.ts";
import { stateAfter, type WorkshopAct, type WorkshopState } from "./workshop-state.ts";

/** A workshop and the state that an act leads to; refused where the act has no place in the state that it is in. */
export async function findWorkshopFor(
  queries: Queries,
  id: string,
  act: WorkshopAct,
): Promise<{ readonly before: StoredRecord<WorkshopRecord>; readonly state: WorkshopState }> {
  const { id: _, ...before } = await findRecord(queries, "workshop", id);
  if (before.retiredOn !== null)
    throw new Failure("invalid-input", `workshop ${id}: dropped on ${before.retiredOn}`, "open another one");
  const state = stateAfter(before.record.state, act);
  if (state === null) throw invalidInput(`workshop ${id}`, [{ path: [], ...refusals[before.record.state] }]);
  return { before, state };
}

const refusals: { readonly [S in WorkshopState]: { readonly what: string; readonly remedy: string } } = {
  open: { what: "still open", remedy: "reveal its votes first" },
  revealed: { what: "its votes are revealed", remedy: "revise a vote with a reason, or close the workshop" },
  closed: { what: "closed", remedy: "open another one" },
};

/** Refuses whoever neither facilitates a workshop nor may do everything. */
export function requireFacilitator(ctx: Context, { id, facilitator }: WorkshopRecord, what: string): void {
  if (ctx.actor.kind === "person" && ctx.actor.id === facilitator) return;
  requireRole(ctx, "administrator", `${what} workshop ${id} in place of ${facilitator}, who facilitates it`);
}

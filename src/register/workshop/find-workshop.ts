import { Failure } from "../../contract/failure.ts";
import type { WorkshopRecord } from "../../contract/workshop.ts";
import type { Queries } from "../../store/database.ts";
import type { Context } from "../context.ts";
import { findRecord } from "../record/find-record.ts";
import { invalidInput } from "../record/parse-record.ts";
import type { StoredRecord } from "../record/record-kind.ts";
import { requireRole } from "../require-role.ts";
import { stateAfter, type WorkshopAct, type WorkshopState } from "./workshop-state.ts";

/** A workshop for an act that has a place in its state, and the state that it leads to. */
export async function findWorkshopFor(
  queries: Queries,
  id: string,
  act: WorkshopAct,
): Promise<{ readonly before: StoredRecord<WorkshopRecord>; readonly state: WorkshopState }> {
  const { id: _, ...before } = await findRecord(queries, "workshop", id);
  return { before, state: requireAct(before, act) };
}

/** The state that an act leads to; refused where it has no place in the state that the workshop is in. */
export function requireAct({ record, retiredOn }: StoredRecord<WorkshopRecord>, act: WorkshopAct): WorkshopState {
  const { id } = record;
  if (retiredOn !== null)
    throw new Failure("invalid-input", `workshop ${id}: dropped on ${retiredOn}`, "open another one");
  const state = stateAfter(record.state, act);
  if (state === null) throw invalidInput(`workshop ${id}`, [{ path: [], ...refusals[record.state] }]);
  return state;
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

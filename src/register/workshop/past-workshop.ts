import { Failure } from "../../contract/failure.ts";
import type { WorkshopDetail } from "../../contract/workshop.ts";
import type { Context } from "../context.ts";
import type { RegisterFigures } from "../figures/register-figures.ts";
import { requireRole } from "../require-role.ts";
import { countsOf, detailOf } from "./read-workshop.ts";

/** A workshop as it was recorded by a past moment. Votes that were blind then are nobody's to see, and are not counted. */
export function pastWorkshop(ctx: Context, { state }: Pick<RegisterFigures, "state">, id: string): WorkshopDetail {
  requireRole(ctx, "viewer");
  const found = state.workshops.get(id);
  if (found === undefined)
    throw new Failure("not-found", `workshop ${id}: not in the register at that time`, "look at a later day");
  const { votes } = found.record;
  return detailOf(found, { votes: votes ?? [], voted: votes ? countsOf(found.record, votes) : null }, state);
}

import type { Event } from "../../contract/event.ts";
import { Failure } from "../../contract/failure.ts";
import type { Context } from "../context.ts";
import { requireRole } from "../require-role.ts";
import { selectEvent } from "./event-queries.ts";

export async function readEvent(ctx: Context, id: string): Promise<Event> {
  requireRole(ctx, "viewer");
  const event = await selectEvent(ctx.db.queries, id);
  if (event === null) throw new Failure("not-found", `event ${id}: not recorded`, "check its id");
  return event;
}

import type { Event } from "../../contract/event.ts";
import type { Context } from "../context.ts";
import { requireRole } from "../require-role.ts";
import { selectEvents } from "./event-queries.ts";

/** The events after `seq`, oldest first: what a reader who has seen `seq` has not seen yet. */
export async function readEventsAfter(ctx: Context, seq: number, limit = 1000): Promise<Event[]> {
  requireRole(ctx, "viewer");
  return selectEvents(ctx.db.queries, { after: seq, order: "oldest-first", limit });
}

import type { Context } from "../context.ts";
import { requireRole } from "../require-role.ts";
import { selectNewestSeq } from "./event-queries.ts";

/** `seq` of the newest event; 0 before the first. */
export async function newestSeq(ctx: Context): Promise<number> {
  requireRole(ctx, "viewer");
  return selectNewestSeq(ctx.db.queries);
}

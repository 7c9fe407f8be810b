import type { SourcePage } from "../../contract/signal-page.ts";
import type { Context } from "../context.ts";
import { requireRole } from "../require-role.ts";
import { selectSources } from "./signal-queries.ts";

/** Who sent signals, the last heard of first. */
export async function listSources(ctx: Context): Promise<SourcePage> {
  requireRole(ctx, "viewer");
  const rows = await selectSources(ctx.db.queries);
  return {
    items: rows.map(({ first_received_at, last_received_at, ...row }) => ({
      ...row,
      firstReceivedAt: first_received_at,
      lastReceivedAt: last_received_at,
    })),
  };
}

import type { Context } from "../context.ts";
import { requireRole } from "../require-role.ts";
import { type KeptToken, selectTokens } from "./token-queries.ts";

/** Every token that was made, without the tokens themselves, which nobody can read again. */
export async function listTokens(ctx: Context): Promise<KeptToken[]> {
  requireRole(ctx, "administrator", "list tokens");
  return selectTokens(ctx.db.queries, "all");
}

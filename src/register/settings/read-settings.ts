import type { Settings } from "../../contract/portfolio.ts";
import type { Context } from "../context.ts";
import { type StoredRecord, settingsId } from "../record/record-kind.ts";
import { selectRecords } from "../record/record-queries.ts";
import { requireRole } from "../require-role.ts";

/** The settings; null until some were given, when every default holds. */
export async function readSettings(ctx: Context): Promise<StoredRecord<Settings> | null> {
  requireRole(ctx, "viewer");
  return (await selectRecords(ctx.db.queries, "settings", [settingsId])).get(settingsId) ?? null;
}

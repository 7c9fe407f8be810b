import { Failure } from "../../contract/failure.ts";
import type { Context } from "../context.ts";
import { requireRole } from "../require-role.ts";
import { type AuditContent, selectAuditContent } from "./audit-queries.ts";

/** The report or the counts of a kept audit: the JSON that was kept, gzipped. */
export async function readAuditContent(ctx: Context, id: string, part: keyof AuditContent): Promise<Uint8Array> {
  requireRole(ctx, "viewer");
  const packed = await selectAuditContent(ctx.db.queries, id, part);
  if (packed !== null) return packed;
  throw new Failure("not-found", `audit ${id}: not in the register`, "list the audits by GET /v1/audits");
}

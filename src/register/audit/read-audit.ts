import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import type { AuditDetail } from "../../contract/kept-audit.ts";
import type { Context } from "../context.ts";
import { disparityLimits } from "../figures/disparity-limits.ts";
import type { RegisterFigures } from "../figures/register-figures.ts";
import { auditSummary } from "./audit-summary.ts";
import { bearsOn } from "./bears-on.ts";
import { findAudit } from "./find-audit.ts";
import { readAuditContent } from "./read-audit-content.ts";

const unpacked = promisify(gunzip);

/** A kept audit with where its system's limits stand, and what the risk it bears on may cost; its report as JSON text. */
export async function readAudit(
  ctx: Context,
  figures: RegisterFigures,
  id: string,
): Promise<Omit<AuditDetail, "report"> & { readonly report: string }> {
  const stored = findAudit(figures, id);
  const { system } = stored.record;
  return {
    audit: auditSummary(stored),
    report: (await unpacked(await readAuditContent(ctx, id, "report"))).toString("utf8"),
    limits: system === undefined ? [] : disparityLimits(figures, system),
    bearsOn: bearsOn(figures, stored.record.risk),
  };
}

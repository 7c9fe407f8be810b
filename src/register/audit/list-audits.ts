import type { AuditPage } from "../../contract/kept-audit.ts";
import type { Context } from "../context.ts";
import type { RegisterFigures } from "../figures/register-figures.ts";
import { allIds } from "../record/alias-queries.ts";
import { requireRole } from "../require-role.ts";
import { auditSummary } from "./audit-summary.ts";

export interface ListAuditsInput {
  /** Id of a system, or a former one. */
  readonly system?: string | undefined;
  readonly risk?: string | undefined;
  /** The `next` of the page before. */
  readonly cursor?: string | undefined;
  readonly limit: number;
  readonly retired: "left-out" | "included";
}

/** Kept audits, the newest first; those that hold unless retired ones are asked for too. */
export async function listAudits(
  ctx: Context,
  { state }: Pick<RegisterFigures, "state">,
  { system, risk, cursor, limit, retired }: ListAuditsInput,
): Promise<AuditPage> {
  requireRole(ctx, "viewer");
  const { queries } = ctx.db;
  const systems = system === undefined ? null : await allIds(queries, "system", system);
  const risks = risk === undefined ? null : await allIds(queries, "risk", risk);
  const found = [...state.audits.values()].filter(
    ({ record, retiredOn }) =>
      (retired === "included" || retiredOn === null) &&
      (systems === null || (record.system !== undefined && systems.includes(record.system))) &&
      (risks === null || (record.risk !== undefined && risks.includes(record.risk))),
  );
  // Ids rise with time, so that a page begins where the one before ended, whatever was kept meanwhile.
  const newestFirst = found.toSorted((a, b) => (a.record.id < b.record.id ? 1 : -1));
  const from = cursor === undefined ? newestFirst : newestFirst.filter(({ record }) => record.id < cursor);
  const items = from.slice(0, limit).map(auditSummary);
  return { items, next: from.length > limit ? items.at(-1)!.id : null, total: found.length };
}

import type { z } from "zod";
import type { AuditSummary, newAudit } from "../../contract/kept-audit.ts";
import type { Limit } from "../../contract/record.ts";
import { auditSummary } from "../../register/audit/audit-summary.ts";
import { keepAudit, requireKeepable } from "../../register/audit/keep-audit.ts";
import { limitsToJudge } from "../../register/audit/limits-to-judge.ts";
import type { Context } from "../../register/context.ts";
import type { RegisterFigures } from "../../register/figures/register-figures.ts";
import { requireRole } from "../../register/require-role.ts";
import type { TaskWatch } from "./decision-threads.ts";
import type { DecisionsReceived } from "./decisions-received.ts";

/** An audit that was made; its report and its counts as JSON text. */
export interface MadeAuditText {
  /** Null unless it was kept. */
  readonly audit: AuditSummary | null;
  readonly report: string;
  readonly counts: string;
}

/** Audits a received file, held to its system's limits too where it is kept for one, and keeps it if asked to. */
export async function makeAudit(
  {
    ctx,
    figures,
    decisions,
    now,
  }: {
    readonly ctx: Context;
    readonly figures: RegisterFigures;
    readonly decisions: DecisionsReceived;
    /** When it is kept: a count takes a while. */
    readonly now: () => Date;
  },
  { decisions: id, keep, ...request }: z.output<typeof newAudit>,
  watch: TaskWatch,
): Promise<MadeAuditText> {
  requireRole(ctx, "viewer");
  const about = keep === undefined ? undefined : await requireKeepable(ctx, keep);
  const limits = [...request.limits, ...limitsToJudge(limitsInUse(figures), about)];
  const task = { request: { ...request, limits }, content: keep === undefined ? "none" : "packed" } as const;
  const { brief, report, counts, content } = await decisions.audit(id, ctx.actor, task, watch);
  if (keep === undefined || content === null) return { audit: null, report, counts };
  return { audit: auditSummary(await keepAudit({ ...ctx, now: now() }, { ...keep, brief, content })), report, counts };
}

function limitsInUse({ state }: RegisterFigures): Limit[] {
  return [...state.limits.values()].flatMap(({ record, retiredOn }) => (retiredOn === null ? record : []));
}

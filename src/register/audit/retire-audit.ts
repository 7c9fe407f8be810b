import type { AuditRecord } from "../../contract/audit-record.ts";
import { changeRegister } from "../change-register.ts";
import type { Context } from "../context.ts";
import { newEvent } from "../event/new-event.ts";
import { recordEvents } from "../event/record-events.ts";
import { organizationDate } from "../organization-date.ts";
import { findRecord } from "../record/find-record.ts";
import { nextVersion } from "../record/next-version.ts";
import type { StoredRecord } from "../record/record-kind.ts";
import { requireRole } from "../require-role.ts";

/** Takes an audit out of use from today: it judges no limit any more, and is kept with its report and its history. */
export async function retireAudit(ctx: Context, id: string): Promise<StoredRecord<AuditRecord>> {
  requireRole(ctx, "contributor", "retire audits");
  return changeRegister(ctx, async (queries) => {
    const { id: found, ...before } = await findRecord(queries, "audit", id);
    if (before.retiredOn !== null) return before;
    const { today } = await organizationDate(queries, ctx.now);
    const after = nextVersion<AuditRecord>(before, before.record, ctx.now, today);
    await recordEvents(queries, [
      newEvent(ctx, { verb: "audit.retired", subject: { kind: "audit", id: found }, before, after }),
    ]);
    return after;
  });
}

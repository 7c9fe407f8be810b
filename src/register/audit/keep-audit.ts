import type { AuditRecord } from "../../contract/audit-record.ts";
import type { Queries } from "../../store/database.ts";
import { changeRegister } from "../change-register.ts";
import type { Context } from "../context.ts";
import { newEvent } from "../event/new-event.ts";
import { recordEvents } from "../event/record-events.ts";
import { newId } from "../new-id.ts";
import { findRecord, requireInUse } from "../record/find-record.ts";
import { nextVersion } from "../record/next-version.ts";
import { invalidInput } from "../record/parse-record.ts";
import type { StoredRecord } from "../record/record-kind.ts";
import { requireRole } from "../require-role.ts";
import type { AuditBrief } from "./audit-brief.ts";
import { type AuditContent, insertAuditContent } from "./audit-queries.ts";

/** Under which name an audit is kept, and what it is about. */
export interface AuditKeeping {
  readonly name: string;
  readonly system?: string | undefined;
  readonly risk?: string | undefined;
}

interface AuditSubject {
  readonly system?: string;
  readonly risk?: string;
}

/**
 * Keeps an audit for good: its record with an event, its report and its counts beside it, all or nothing. It moves no
 * score; where it puts the system's limits is read from the record.
 */
export async function keepAudit(
  ctx: Context,
  input: AuditKeeping & { readonly brief: AuditBrief; readonly content: AuditContent },
): Promise<StoredRecord<AuditRecord>> {
  requireRole(ctx, "contributor", "keep audits");
  const { method, ...brief } = input.brief;
  return changeRegister(ctx, async (queries) => {
    const about = await subjectOf(queries, input);
    const id = newId("au-", ctx.now);
    const record: AuditRecord = { id, name: input.name, ...about, by: ctx.actor.id, ...brief };
    const after = nextVersion<AuditRecord>(null, record, ctx.now);
    await insertAuditContent(queries, id, input.content);
    await recordEvents(queries, [
      newEvent(ctx, { verb: "audit.recorded", subject: { kind: "audit", id }, before: null, after, method }),
    ]);
    return after;
  });
}

/**
 * What an audit would be about, by present ids; refused where it could not be kept: no such system or risk, or a risk of
 * another system.
 */
export async function requireKeepable(ctx: Context, keeping: AuditKeeping): Promise<AuditSubject> {
  requireRole(ctx, "contributor", "keep audits");
  return subjectOf(ctx.db.queries, keeping);
}

/** The system and the risk, by their present ids. A risk brings its system along. */
async function subjectOf(queries: Queries, { system, risk }: AuditKeeping): Promise<AuditSubject> {
  const aboutSystem = system === undefined ? null : await findRecord(queries, "system", system);
  if (aboutSystem !== null) requireInUse("system", aboutSystem);
  if (risk === undefined) return aboutSystem === null ? {} : { system: aboutSystem.id };
  const bearing = await findRecord(queries, "risk", risk);
  requireInUse("risk", bearing);
  if (aboutSystem !== null && bearing.record.system !== aboutSystem.id)
    throw invalidInput("keep", [
      {
        path: ["keep", "risk"],
        what: `risk ${bearing.id} is one of system ${bearing.record.system}, not of ${aboutSystem.id}`,
        remedy: "name a risk of the system, or leave one of the two out",
      },
    ]);
  return { system: bearing.record.system, risk: bearing.id };
}

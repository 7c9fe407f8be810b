import {
  type AppliedRule,
  type AssignmentRule,
  assignmentRule,
  type KeptAssignmentRule,
} from "../../contract/assignment-rule.ts";
import type { Queries } from "../../store/database.ts";
import { changeRegister } from "../change-register.ts";
import type { Context } from "../context.ts";
import { newEvent } from "../event/new-event.ts";
import { recordEvents } from "../event/record-events.ts";
import { organizationDate } from "../organization-date.ts";
import { requireFreeId } from "../record/create-record.ts";
import { isSame } from "../record/differing-fields.ts";
import { findRecord, requireInUse, requireVersion } from "../record/find-record.ts";
import { nextVersion } from "../record/next-version.ts";
import { parseInput } from "../record/parse-record.ts";
import { selectRecords } from "../record/record-queries.ts";
import { requireRole } from "../require-role.ts";
import { assignWith } from "./assign-waiting.ts";
import { assignerNow } from "./assigner-now.ts";

const kind = "assignment-rule";
/** Left between two rules, so that another fits in. */
const step = 10;

/** Keeps a rule and gives it what waits; signals that another rule has assigned stay where they are. */
export async function createAssignmentRule(ctx: Context, input: unknown): Promise<AppliedRule> {
  requireRole(ctx, "contributor", "make assignment rules");
  const given = parseInput(assignmentRule, input, "assignment rule");
  return changeRegister(ctx, async (queries) => {
    await requireFreeId(queries, kind, given.id);
    return keep(ctx, queries, { before: null, rule: await placed(queries, given), verb: "created" });
  });
}

/** Replaces a rule, and gives it what waits. */
export async function changeAssignmentRule(
  ctx: Context,
  input: { readonly id: string; readonly rule: unknown; readonly ifVersion: number },
): Promise<AppliedRule> {
  requireRole(ctx, "contributor", "change assignment rules");
  const given = parseInput(assignmentRule, input.rule, "assignment rule");
  return changeRegister(ctx, async (queries) => {
    const { id, ...before } = await findRecord(queries, kind, input.id);
    requireInUse(kind, { id, retiredOn: before.retiredOn });
    requireVersion(kind, { id, version: before.version }, input.ifVersion);
    const rule = { ...given, id, order: given.order ?? before.record.order };
    if (isSame(before.record, rule)) return { rule: before, assigned: 0 };
    return keep(ctx, queries, { before, rule, verb: "changed" });
  });
}

/** Takes a rule out of use from today. What it has assigned stays assigned. */
export async function retireAssignmentRule(ctx: Context, given: string): Promise<KeptAssignmentRule> {
  requireRole(ctx, "contributor", "retire assignment rules");
  return changeRegister(ctx, async (queries) => {
    const { id, ...before } = await findRecord(queries, kind, given);
    if (before.retiredOn !== null) return before;
    const { today } = await organizationDate(queries, ctx.now);
    const after = nextVersion<AssignmentRule>(before, before.record, ctx.now, today);
    await recordEvents(queries, [newEvent(ctx, { verb: `${kind}.retired`, subject: { kind, id }, before, after })]);
    return after;
  });
}

async function keep(
  ctx: Context,
  queries: Queries,
  { before, rule, verb }: { before: KeptAssignmentRule | null; rule: AssignmentRule; verb: "created" | "changed" },
): Promise<AppliedRule> {
  const system = await findRecord(queries, "system", rule.system);
  requireInUse("system", system);
  const after = nextVersion<AssignmentRule>(before, { ...rule, system: system.id }, ctx.now);
  const event = newEvent(ctx, { verb: `${kind}.${verb}`, subject: { kind, id: rule.id }, before, after });
  await recordEvents(queries, [event]);
  const { signals } = await assignWith(queries, await assignerNow(queries), event.id);
  return { rule: after, assigned: signals };
}

/** A rule that does not say its place comes after all others. */
async function placed(queries: Queries, rule: AssignmentRule): Promise<AssignmentRule> {
  if (rule.order !== undefined) return rule;
  const orders = [...(await selectRecords(queries, kind, "all")).values()].map(({ record }) => record.order ?? 0);
  return { ...rule, order: Math.min(Math.max(0, ...orders) + step, 1_000_000) };
}

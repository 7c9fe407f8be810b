import { type AssignmentRule, assignmentRule, type RulePreview } from "../../contract/assignment-rule.ts";
import type { Context } from "../context.ts";
import { readRegisterNow } from "../read-register.ts";
import { findRecord, requireInUse } from "../record/find-record.ts";
import { parseInput } from "../record/parse-record.ts";
import { requireRole } from "../require-role.ts";
import { waitingSignals } from "./assign-waiting.ts";
import { isFitting, rulesInOrder } from "./assigner.ts";
import { presentSystemIds } from "./present-system-ids.ts";
import { selectSignals } from "./signal-queries.ts";

const mostLooked = 10_000;
const mostShown = 20;

/** What a rule would take of the past, without keeping it. */
export async function previewAssignmentRule(ctx: Context, input: unknown): Promise<RulePreview> {
  requireRole(ctx, "viewer");
  const rule = parseInput(assignmentRule, input, "assignment rule");
  const { queries } = ctx.db;
  requireInUse("system", await findRecord(queries, "system", rule.system));
  const waiting: RulePreview["waiting"] = { signals: 0, newest: [] };
  for await (const rows of waitingSignals(queries))
    for (const { id, fact } of rows) {
      if (!isFitting(rule.when, fact)) continue;
      waiting.signals += 1;
      if (waiting.newest.length < mostShown) waiting.newest.push({ id, summary: fact.summary });
    }
  const assigned = await selectSignals(queries, { assigned: "yes", limit: mostLooked });
  const isBefore = await comesFirst(queries, rule);
  const present = await presentSystemIds(queries);
  const others = new Map<string, RulePreview["others"][number]>();
  for (const row of assigned) {
    const [by, system] = [row.rule!, present(row.system)!];
    if (by === rule.id || !isFitting(rule.when, row.fact)) continue;
    const known = others.get(`${by} ${system}`);
    const first = isBefore(by) ? "other-rule" : "this-rule";
    others.set(`${by} ${system}`, { rule: by, system, first, signals: (known?.signals ?? 0) + 1 });
  }
  return {
    waiting,
    others: [...others.values()].sort((a, b) => b.signals - a.signals),
    looked: assigned.length,
  };
}

/** Whether another rule is asked before this one would be; built-in rules and those out of use are not. */
async function comesFirst(
  queries: Context["db"]["queries"],
  rule: AssignmentRule,
): Promise<(other: string) => boolean> {
  const { assignmentRules } = await readRegisterNow(queries);
  const kept = assignmentRules.get(rule.id)?.record;
  const order = rule.order ?? kept?.order;
  const now = { version: 1, createdAt: "", changedAt: "", retiredOn: null };
  const withThis = new Map([
    ...assignmentRules,
    [rule.id, { ...now, record: order === undefined ? rule : { ...rule, order } }] as const,
  ]);
  const ids = rulesInOrder(withThis).map(({ id }) => id);
  const place = ids.indexOf(rule.id);
  return (other) => ids.includes(other) && ids.indexOf(other) < place;
}

import type { AssignmentRulePage } from "../../contract/assignment-rule.ts";
import type { Context } from "../context.ts";
import { selectRecords } from "../record/record-queries.ts";
import { requireRole } from "../require-role.ts";
import { rulesInOrder } from "./assigner.ts";

/** The rules in use, in the order in which they are asked. */
export async function listAssignmentRules(ctx: Context): Promise<AssignmentRulePage> {
  requireRole(ctx, "viewer");
  const kept = await selectRecords(ctx.db.queries, "assignment-rule", "all");
  return { items: rulesInOrder(kept).map(({ id }) => kept.get(id)!) };
}

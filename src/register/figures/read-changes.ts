import type { Change } from "../../contract/heat-map.ts";
import type { Context } from "../context.ts";
import { selectEvents } from "../event/event-queries.ts";
import { requireRole } from "../require-role.ts";
import { changes } from "./changes.ts";
import { selectNotes } from "./figure-queries.ts";
import type { RegisterFigures } from "./register-figures.ts";

/**
 * The newest changes that the figures include. An assessment is told by the change of its risk, an apply by its parts,
 * and of a workshop's votes is told when they are revealed.
 */
export async function readChanges(
  ctx: Context,
  figures: RegisterFigures,
  { limit }: { limit: number },
): Promise<Change[]> {
  requireRole(ctx, "viewer");
  const events = await selectEvents(ctx.db.queries, {
    before: figures.state.revision + 1,
    exceptVerb: "workshop.voted",
    receipts: "left-out",
    order: "newest-first",
    limit: limit * 2,
  });
  const notes = await selectNotes(
    ctx.db.queries,
    events.flatMap(({ cause }) => cause),
  );
  return changes(figures, events, { now: ctx.now, notes })
    .filter(({ subject }) => subject.kind !== "assessment" && subject.kind !== "portfolio")
    .slice(0, limit);
}

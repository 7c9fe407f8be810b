import type { Queries } from "../../store/database.ts";
import { changeRegister } from "../change-register.ts";
import type { Context } from "../context.ts";
import { appendEvents } from "../event/event-queries.ts";
import { type NewEvent, newEvent } from "../event/new-event.ts";
import { requireRole } from "../require-role.ts";
import type { Assigner } from "./assigner.ts";
import { assignerNow } from "./assigner-now.ts";
import { assignSignals, selectSignals } from "./signal-queries.ts";

const rowsAtOnce = 1000;

/** Gives every waiting signal to its system where a rule knows one by now, and answers how many it gave. */
export async function assignWaiting(ctx: Context): Promise<number> {
  requireRole(ctx, "contributor", "assign signals");
  return changeRegister(ctx, async (queries) => {
    const event = newEvent(ctx, {
      verb: "signals.assigned",
      subject: { kind: "receipt", id: "waiting" },
      before: null,
      after: null,
    });
    const { signals, systems } = await assignWith(queries, await assignerNow(queries), event.id);
    if (signals > 0) await appendEvents(queries, [{ ...event, after: { signals, systems } } satisfies NewEvent]);
    return signals;
  });
}

/** Within the transaction of the event that assigns. */
export async function assignWith(
  queries: Queries,
  assign: Assigner,
  event: string,
): Promise<{ signals: number; systems: string[] }> {
  const systems = new Set<string>();
  let signals = 0;
  for await (const waiting of waitingSignals(queries)) {
    const found = waiting.flatMap(({ id, fact }) => {
      const assignment = assign(fact);
      if (assignment === null) return [];
      systems.add(assignment.system);
      return { id, ...assignment };
    });
    if (found.length > 0) signals += await assignSignals(queries, found, event);
  }
  return { signals, systems: [...systems].sort() };
}

/** Those that wait, the newest first, some at a time. */
export async function* waitingSignals(queries: Queries) {
  for (let before: { occurredAt: string; id: string } | undefined; ; ) {
    const rows = await selectSignals(queries, { assigned: "no", before, limit: rowsAtOnce });
    if (rows.length > 0) yield rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < rowsAtOnce) return;
    before = { occurredAt: last.occurred_at, id: last.id };
  }
}

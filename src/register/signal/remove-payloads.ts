import type { Queries } from "../../store/database.ts";
import type { Context } from "../context.ts";
import { appendEvents } from "../event/event-queries.ts";
import { newEvent } from "../event/new-event.ts";
import { requireRole } from "../require-role.ts";
import { deletePayloads } from "./signal-queries.ts";

/** Removes the payloads received before a moment; their receipts with the hashes, and their signals, remain. */
export async function removePayloads(
  queries: Queries,
  ctx: Pick<Context, "actor" | "now">,
  { before, rawDays }: { readonly before: Date; readonly rawDays: number },
): Promise<number> {
  requireRole(ctx, "administrator", "remove payloads");
  const payloads = await deletePayloads(queries, before.toISOString());
  if (payloads === 0) return 0;
  await appendEvents(queries, [
    newEvent(ctx, {
      verb: "payloads.removed",
      subject: { kind: "receipt", id: "payloads" },
      before: null,
      after: { payloads, receivedBefore: before.toISOString(), rawDays },
    }),
  ]);
  return payloads;
}

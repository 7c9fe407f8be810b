import type { Event } from "../../contract/event.ts";
import type { Context } from "../context.ts";
import { newId } from "../new-id.ts";

/** An event that has no place in the order yet. */
export type NewEvent = Omit<Event, "seq">;

export function newEvent(
  { actor, now }: Pick<Context, "actor" | "now">,
  what: Pick<NewEvent, "verb" | "subject" | "before" | "after"> & {
    cause?: readonly string[];
    effectiveAt?: Date;
    method?: NewEvent["method"];
  },
): NewEvent {
  return {
    id: newId("ev_", now),
    recordedAt: now.toISOString(),
    effectiveAt: (what.effectiveAt ?? now).toISOString(),
    actor: { kind: actor.kind, id: actor.id, authenticated: actor.authenticated },
    verb: what.verb,
    subject: what.subject,
    before: what.before,
    after: what.after,
    cause: [...(what.cause ?? [])],
    method: what.method ?? null,
  };
}

import type { Event } from "../../contract/event.ts";
import type { Change } from "../../contract/heat-map.ts";
import type { RegisterState } from "../read-register.ts";
import { affectedRisks } from "./affected-risks.ts";
import { undoEvents } from "./apply-events.ts";
import { eventSentence } from "./event-sentence.ts";
import { type RegisterFigures, registerFigures } from "./register-figures.ts";
import { riskFigures } from "./risk-figures.ts";
import { nameOf } from "./risk-standing.ts";

/**
 * "What changed": each event with what it did to residual scores, newest first.
 * The register is walked back through `events`, so that before and after are the scores as they stood then: they are
 * the newest events without a gap, or all the newest ones that touch `risks`, and then only those are looked at.
 */
export function changes(
  figures: RegisterFigures,
  events: readonly Event[],
  { now, risks, notes }: { now: Date; risks?: ReadonlySet<string>; notes: ReadonlyMap<string, string> },
): Change[] {
  const list: Change[] = [];
  let state = risks === undefined ? figures.state : onlyRisks(figures.state, risks);
  for (const event of events.toSorted((a, b) => b.seq - a.seq)) {
    const earlier = undoEvents(state, [event]);
    const affected = new Set(affectedRisks(event, state));
    const after = registerFigures(onlyRisks(state, affected), { now, previous: figures });
    const before = registerFigures(onlyRisks(earlier, affected), { now, previous: after });
    list.push({ ...changeOf(event, { before, after, newest: figures }), note: noteOf(event, notes) });
    state = earlier;
  }
  return list;
}

/** A register with no other risks than these; everything they refer to stays. */
export function onlyRisks(state: RegisterState, ids: ReadonlySet<string>): RegisterState {
  const risks = new Map([...ids].flatMap((id) => (state.risks.has(id) ? [[id, state.risks.get(id)!] as const] : [])));
  return { ...state, risks };
}

function noteOf(event: Event, notes: ReadonlyMap<string, string>): string | null {
  return event.cause.map((id) => notes.get(id)).find((note) => note !== undefined) ?? null;
}

function changeOf(
  event: Event,
  { before, after, newest }: { before: RegisterFigures; after: RegisterFigures; newest: RegisterFigures },
): Omit<Change, "note"> {
  return {
    seq: event.seq,
    id: event.id,
    at: event.recordedAt,
    actor: {
      kind: event.actor.kind,
      id: event.actor.id,
      name: event.actor.kind === "person" ? newest.personName(event.actor.id) : event.actor.id,
      authenticated: event.actor.authenticated,
    },
    verb: event.verb,
    ...eventSentence(event, newest),
    shift: largestShift(before, after),
  };
}

function largestShift(before: RegisterFigures, after: RegisterFigures): Change["shift"] {
  const moved = [...after.scores.keys()]
    .map((id) => ({ id, before: residualScore(before, id), after: residualScore(after, id) }))
    .filter((shift) => shift.before !== shift.after)
    .toSorted((a, b) => distance(b) - distance(a));
  const largest = moved[0];
  if (largest === undefined) return null;
  return {
    risk: largest.id,
    riskName: nameOf(after.state.risks.get(largest.id)!.record),
    before: largest.before,
    after: largest.after,
    status: riskFigures(after, largest.id).status,
    others: moved.length - 1,
  };
}

function distance(shift: { before: number | null; after: number | null }): number {
  return Math.abs((shift.after ?? 0) - (shift.before ?? 0));
}

function residualScore(figures: RegisterFigures, id: string): number | null {
  return figures.scores.get(id)?.residual?.score ?? null;
}

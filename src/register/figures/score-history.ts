import type { Event } from "../../contract/event.ts";
import { applyEvents, undoEvents } from "./apply-events.ts";
import { onlyRisks } from "./changes.ts";
import { type RegisterFigures, registerFigures } from "./register-figures.ts";

/**
 * The residual score of one risk after each event that moved it, oldest first.
 * `ids` are all it has had; `events` are all that can touch it, in any order: its own, and those of its controls, its
 * common causes and the settings.
 */
export function scoreHistory(
  figures: RegisterFigures,
  ids: readonly string[],
  { events, now }: { events: readonly Event[]; now: Date },
): { at: string; score: number | null; seq: number }[] {
  const rising = events.toSorted((a, b) => a.seq - b.seq);
  const history: { at: string; score: number | null; seq: number }[] = [];
  const risk = new Set(ids);
  let state = undoEvents(onlyRisks(figures.state, risk), rising);
  let previous: RegisterFigures | null = null;
  for (const event of rising) {
    state = applyEvents(state, [event]);
    previous = registerFigures(onlyRisks(state, risk), { now, previous });
    const [found] = previous.scores.values();
    if (found === undefined) continue;
    const score = found.residual?.score ?? null;
    if (history.at(-1)?.score !== score) history.push({ at: event.recordedAt, score, seq: event.seq });
  }
  return history;
}

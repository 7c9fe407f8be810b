import type { Event } from "../../contract/event.ts";
import type { Database } from "../../store/database.ts";
import type { Context } from "../context.ts";
import { selectEvents, selectNewestSeq } from "../event/event-queries.ts";
import { onEvents } from "../event/on-events.ts";
import { type RegisterState, readRegister, readRegisterNow } from "../read-register.ts";
import { applyEvents, undoEvents } from "./apply-events.ts";
import { calendarDate } from "./calendar.ts";
import { seqRecordedBy } from "./figure-queries.ts";
import { type RegisterFigures, registerFigures } from "./register-figures.ts";

/** The register held in memory with its figures, kept up to date from the event table by every reader. */
export interface LiveRegister {
  /** The figures now: everything acknowledged before the call is in them, whichever server acknowledged it. */
  current(now: Date): Promise<RegisterFigures>;
  /** The figures of what was recorded by `asOf`. */
  asOf(asOf: Date, now: Date): Promise<RegisterFigures>;
  /** Events from now on, in commit order and without a gap. */
  subscribe(listener: (events: readonly Event[]) => void): () => void;
  readAfter(seq: number, limit: number): Promise<readonly Event[]>;
  newest(): Promise<number>;
  close(): Promise<void>;
}

const eventsAtOnce = 1000;
/** Further behind than this, reading the tables again is cheaper than the events. */
const mostToCatchUp = 5000;
const mostPastsKept = 24;

const reader: Context["actor"] = { kind: "system", id: "figures", roles: ["viewer"], authenticated: true };

export async function openLiveRegister(db: Database, now: Date): Promise<LiveRegister> {
  let figures = registerFigures(await readRegisterNow(db.queries), { now, previous: null });
  let catchingUp: Promise<void> | null = null;
  const pasts = new Map<string, RegisterFigures>();
  const listeners = new Set<(events: readonly Event[]) => void>();
  let told = figures.state.revision;

  async function catchUp(at: Date): Promise<void> {
    const missed = await selectEvents(db.queries, {
      after: figures.state.revision,
      order: "oldest-first",
      limit: eventsAtOnce,
    });
    if (missed.length === 0) return;
    const behind = (await selectNewestSeq(db.queries)) - figures.state.revision;
    if (behind > mostToCatchUp) {
      figures = registerFigures(await readRegisterNow(db.queries), { now: at, previous: null });
      return;
    }
    let state = figures.state;
    for (let batch = missed; batch.length > 0; ) {
      state = applyEvents(state, batch);
      batch =
        batch.length < eventsAtOnce
          ? []
          : await selectEvents(db.queries, { after: state.revision, order: "oldest-first", limit: eventsAtOnce });
    }
    figures = registerFigures(state, { now: at, previous: figures });
  }

  /** A reader that arrives while another catches up needs a look of its own: the first may have looked too early. */
  async function upToDate(at: Date): Promise<void> {
    while (catchingUp !== null) await catchingUp;
    catchingUp = catchUp(at).finally(() => {
      catchingUp = null;
    });
    await catchingUp;
  }

  async function tell(): Promise<void> {
    while (true) {
      const events = await selectEvents(db.queries, { after: told, order: "oldest-first", limit: eventsAtOnce });
      if (events.length === 0) return;
      told = events.at(-1)!.seq;
      for (const listener of listeners) listener(events);
    }
  }

  let telling: Promise<void> = Promise.resolve();
  const stopListening = await onEvents(db, () => {
    telling = telling.then(tell).catch(() => undefined);
  });

  return {
    async current(at) {
      await upToDate(at);
      if (calendarDate(at, figures.timeZone) !== figures.today)
        figures = registerFigures(figures.state, { now: at, previous: figures });
      return figures;
    },
    async asOf(asOf, at) {
      await upToDate(at);
      const revision = await seqRecordedBy(db.queries, asOf);
      const key = `${revision} ${calendarDate(asOf, figures.timeZone)}`;
      const known = pasts.get(key);
      if (known !== undefined) return known;
      const state = await stateAt(db, { now: figures.state, revision, asOf });
      const past = registerFigures(state, { now: asOf, previous: figures });
      if (pasts.size >= mostPastsKept) pasts.delete(pasts.keys().next().value!);
      pasts.set(key, past);
      return past;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    readAfter: (seq, limit) => selectEvents(db.queries, { after: seq, order: "oldest-first", limit }),
    newest: () => selectNewestSeq(db.queries),
    async close() {
      await stopListening();
      await telling;
    },
  };
}

/** The register at an earlier revision, by undoing what came after it: untouched records keep their identity and score. */
async function stateAt(
  db: Database,
  { now, revision, asOf }: { now: RegisterState; revision: number; asOf: Date },
): Promise<RegisterState> {
  if (now.revision - revision > mostToCatchUp) return readRegister({ db, actor: reader, now: asOf }, { asOf });
  const later = await selectEvents(db.queries, {
    after: revision,
    before: now.revision + 1,
    order: "oldest-first",
    limit: mostToCatchUp,
  });
  return undoEvents(now, later);
}

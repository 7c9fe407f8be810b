import type { Event } from "../../contract/event.ts";
import type { Person } from "../../contract/record.ts";
import type { Database } from "../../store/database.ts";
import { calendarDate } from "../calendar.ts";
import type { Context } from "../context.ts";
import { selectEvents, selectNewestSeq } from "../event/event-queries.ts";
import { onEvents } from "../event/on-events.ts";
import { type RegisterState, readRegister, readRegisterNow } from "../read-register.ts";
import { requireRole } from "../require-role.ts";
import { applyEvents, undoEvents } from "./apply-events.ts";
import { seqRecordedBy } from "./figure-queries.ts";
import { type RegisterFigures, registerFigures } from "./register-figures.ts";

/** Who asks, and when. */
export type Reader = Pick<Context, "actor" | "now">;

/** The register held in memory with its figures, kept up to date from the event table by every reader. */
export interface LiveRegister {
  /** The figures now: everything acknowledged before the call is in them, whichever server acknowledged it. */
  current(reader: Reader): Promise<RegisterFigures>;
  /** The figures of what was recorded by a moment. */
  asOf(reader: Reader, moment: Date): Promise<RegisterFigures>;
  /** A person in use, to find out who asks; null when there is none of that id. */
  person(id: string, now: Date): Promise<Person | null>;
  /** Events from now on, in commit order and without a gap. */
  subscribe(reader: Reader, listener: (events: readonly Event[]) => void): () => void;
  readAfter(reader: Reader, seq: number, limit: number): Promise<readonly Event[]>;
  newest(): Promise<number>;
  close(): Promise<void>;
}

const eventsAtOnce = 1000;
/** Further behind than this, reading the tables again is cheaper than the events. */
const mostToCatchUp = 5000;
const mostPastsKept = 24;
const mostMomentsKept = 200;

const figuresReader: Context["actor"] = { kind: "system", id: "figures", roles: ["viewer"], authenticated: true };

export async function openLiveRegister(db: Database, now: Date): Promise<LiveRegister> {
  let figures = registerFigures(await readRegisterNow(db.queries), { now, previous: null });
  let running: Promise<void> | null = null;
  let waiting: Promise<void> | null = null;
  const pasts = new Map<string, Promise<RegisterFigures>>();
  /** For each moment that was asked for, the newest event recorded by then, among the events up to `upTo`. */
  const revisions = new Map<number, { readonly upTo: number; readonly found: number }>();
  const listeners = new Set<(events: readonly Event[]) => void>();
  let told = figures.state.revision;

  async function catchUp(at: Date): Promise<void> {
    const missed = await selectEvents(db.queries, {
      after: figures.state.revision,
      receipts: "left-out",
      order: "oldest-first",
      limit: eventsAtOnce,
    });
    if (missed.length === 0) return;
    const isFull = missed.length === eventsAtOnce;
    if (isFull && (await selectNewestSeq(db.queries)) - figures.state.revision > mostToCatchUp) {
      figures = registerFigures(await readRegisterNow(db.queries), { now: at, previous: null });
      return;
    }
    let state = figures.state;
    for (let batch = missed; batch.length > 0; ) {
      state = applyEvents(state, batch);
      batch =
        batch.length < eventsAtOnce
          ? []
          : await selectEvents(db.queries, {
              after: state.revision,
              receipts: "left-out",
              order: "oldest-first",
              limit: eventsAtOnce,
            });
    }
    figures = registerFigures(state, { now: at, previous: figures });
  }

  /** Readers who arrive while one catches up share the next look: the one under way may have looked too early for them. */
  function upToDate(at: Date): Promise<void> {
    if (waiting !== null) return waiting;
    if (running === null) return start(at);
    waiting = running
      .catch(() => {})
      .then(() => {
        waiting = null;
        return start(at);
      });
    return waiting;
  }

  function start(at: Date): Promise<void> {
    running = catchUp(at).finally(() => {
      running = null;
    });
    return running;
  }

  async function current(at: Date): Promise<RegisterFigures> {
    await upToDate(at);
    if (calendarDate(at, figures.timeZone) !== figures.today)
      figures = registerFigures(figures.state, { now: at, previous: figures });
    return figures;
  }

  /** The newest event recorded by a moment, among those that the figures include; only what is new is looked through. */
  async function revisionAt(moment: Date): Promise<number> {
    const { revision } = figures.state;
    const known = revisions.get(moment.getTime());
    const found =
      known?.upTo === revision ? known.found : await seqRecordedBy(db.queries, moment, { seen: known, upTo: revision });
    revisions.delete(moment.getTime());
    revisions.set(moment.getTime(), { upTo: revision, found });
    if (revisions.size > mostMomentsKept) revisions.delete(revisions.keys().next().value!);
    return found;
  }

  async function pastFigures(revision: number, moment: Date): Promise<RegisterFigures> {
    const present = figures;
    const state = await stateAt(db, { now: present.state, revision, moment });
    return registerFigures(state, { now: moment, previous: present });
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
    async current({ actor, now: at }) {
      requireRole({ actor }, "viewer");
      return current(at);
    },
    async asOf({ actor, now: at }, moment) {
      requireRole({ actor }, "viewer");
      const { timeZone } = await current(at);
      const revision = await revisionAt(moment);
      const key = `${revision} ${calendarDate(moment, timeZone)}`;
      const known = pasts.get(key);
      if (known !== undefined) return known;
      const past = pastFigures(revision, moment);
      pasts.set(key, past);
      past.catch(() => pasts.delete(key));
      if (pasts.size > mostPastsKept) pasts.delete(pasts.keys().next().value!);
      return past;
    },
    async person(id, at) {
      const person = (await current(at)).state.people.get(id);
      return person === undefined || person.retiredOn !== null ? null : person.record;
    },
    subscribe({ actor }, listener) {
      requireRole({ actor }, "viewer");
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async readAfter({ actor }, seq, limit) {
      requireRole({ actor }, "viewer");
      return selectEvents(db.queries, { after: seq, order: "oldest-first", limit });
    },
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
  { now, revision, moment }: { now: RegisterState; revision: number; moment: Date },
): Promise<RegisterState> {
  const later = await selectEvents(db.queries, {
    after: revision,
    before: now.revision + 1,
    receipts: "left-out",
    order: "oldest-first",
    limit: mostToCatchUp + 1,
  });
  if (later.length > mostToCatchUp) return readRegister({ db, actor: figuresReader, now: moment }, { asOf: moment });
  return undoEvents(now, later);
}

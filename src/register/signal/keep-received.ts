import type { Actor } from "../../contract/actor.ts";
import type { ReceiptRecord, ReceivedAnswer, ReceivedItem } from "../../contract/received.ts";
import type { RefusedItem, Signal, SignalFormat } from "../../contract/signal.ts";
import type { Database } from "../../store/database.ts";
import { appendEvents } from "../event/event-queries.ts";
import { type NewEvent, newEvent } from "../event/new-event.ts";
import { newId } from "../new-id.ts";
import { requireRole } from "../require-role.ts";
import type { Assigner } from "./assigner.ts";
import { isKeepable } from "./is-keepable.ts";
import { signalId } from "./signal-id.ts";
import {
  type HeardSource,
  insertAllNew,
  insertReceipts,
  insertSignals,
  type KeptSides,
  type NewReceipt,
  type SignalRow,
  upsertSources,
} from "./signal-queries.ts";

/** A payload that was read, by whom it was sent. */
export interface ReadPayload {
  readonly actor: Actor;
  readonly receivedAt: Date;
  readonly format: SignalFormat;
  readonly about: Pick<
    ReceiptRecord,
    "name" | "contentType" | "headers" | "stated" | "sha256" | "byteCount" | "privacy"
  >;
  /** The payload without personal data, as gzipped text. */
  readonly payload: Uint8Array;
  readonly signals: readonly { readonly position: number; readonly signal: Signal }[];
  readonly refused: readonly RefusedItem[];
}

const mostRefusedKept = 100;
const mostSystemsTold = 50;
const mostInOneStatement = 5000;

/** The right that every sender needs, looked at before anything of what it sent is read. */
export function requireRightToSend(ctx: { readonly actor: Actor }): void {
  requireRole(ctx, "contributor", "send signals");
}

/**
 * Keeps what several payloads brought, in one transaction: each with a receipt and one event, every new signal once.
 * When it returns, what it answers is durable. A payload that brings nothing new leaves nothing but the mark that its
 * source was heard.
 */
export async function keepReceived(
  { db }: { readonly db: Database },
  payloads: readonly ReadPayload[],
  assign: Assigner,
): Promise<ReceivedAnswer[]> {
  const { batches, rows } = sorted(payloads, assign);
  return db.transaction(async (queries) => {
    const kept = await insertSignals(queries, rows);
    const answers = answersOf(batches, kept);
    await upsertSources(queries, sourcesOf(batches, answers));
    const { events, receipts } = recordsOf(batches, answers);
    if (events.length === 0) return answers;
    const last = await appendEvents(queries, events);
    await insertReceipts(
      queries,
      receipts.map((receipt) => ({ ...receipt, seq: last - events.length + receipt.seq })),
    );
    return answers;
  });
}

/** Deadlock, could not serialize, and another who brought the same in the same moment. */
const overtaken = ["40P01", "40001", "23505"];

/**
 * The same in a single statement, where every signal is new and nothing has changed the register since `revision`, which
 * the assigner is of; null, and nothing kept, where it is not so.
 */
export async function keepAllNew(
  { db }: { readonly db: Database },
  payloads: readonly ReadPayload[],
  { assign, revision }: { readonly assign: Assigner; readonly revision: number },
): Promise<ReceivedAnswer[] | null> {
  const { batches, rows } = sorted(payloads, assign);
  if (rows.length === 0 || rows.length > mostInOneStatement) return null;
  const answers = answersOf(batches, new Map(rows.map(({ id }) => [id, { fact: true, resolution: true }])));
  const all = { rows, sources: sourcesOf(batches, answers), ...recordsOf(batches, answers), revision };
  const isDone = await insertAllNew(db.queries, all).catch((error: { code?: string }) => {
    if (overtaken.includes(error.code ?? "")) return false;
    throw error;
  });
  return isDone ? answers : null;
}

function sorted(payloads: readonly ReadPayload[], assign: Assigner): { batches: Batch[]; rows: SignalRow[] } {
  for (const payload of payloads) requireRightToSend(payload);
  const batches = payloads.map((payload) => asBatch(payload, assign));
  return { batches, rows: rowsOf(batches) };
}

interface Batch extends ReadPayload {
  readonly receipt: string;
  readonly facts: readonly Fact[];
  readonly unkeepable: readonly RefusedItem[];
}

interface Fact {
  readonly id: string;
  readonly position: number;
  readonly side: keyof KeptSides;
  readonly signal: Signal;
  readonly system: string | null;
  readonly rule: string | null;
}

function asBatch(payload: ReadPayload, assign: Assigner): Batch {
  const facts: Fact[] = [];
  const unkeepable: RefusedItem[] = [];
  for (const { position, signal } of payload.signals) {
    if (!isKeepable(signal)) {
      unkeepable.push({
        position,
        path: "",
        message: "text with a zero character or half a character in it, which no database keeps; remove it",
      });
      continue;
    }
    const { system = null, rule = null } = assign(signal) ?? {};
    facts.push({
      id: signalId(signal.source, signal.id),
      position,
      side: signal.state === "resolved" ? "resolution" : "fact",
      signal,
      system,
      rule,
    });
  }
  return { ...payload, receipt: newId("rc-", payload.receivedAt), facts, unkeepable };
}

/** One row for each identity: of several equal facts the first counts. */
function rowsOf(batches: readonly Batch[]): SignalRow[] {
  const rows = new Map<string, SignalRow>();
  for (const { receipt, facts } of batches)
    for (const { id, side, position, signal, system, rule } of facts) {
      const known = rows.get(id) ?? { id, fact: null, resolution: null, system: null, rule: null };
      if (known[side] !== null) continue;
      const by = known.system === null || (side === "fact" && system !== null) ? { system, rule } : {};
      rows.set(id, { ...known, ...by, [side]: { receipt, position, signal } });
    }
  return [...rows.values()];
}

/** An event and a receipt for each payload that brought something; `seq` counts from 1. */
function recordsOf(
  batches: readonly Batch[],
  answers: readonly ReceivedAnswer[],
): { events: NewEvent[]; receipts: NewReceipt[] } {
  const events: NewEvent[] = [];
  const receipts: NewReceipt[] = [];
  batches.forEach((batch, index) => {
    const answer = answers[index]!;
    if (answer.stored === 0) return;
    events.push(eventOf(batch, answer));
    receipts.push(receiptOf(batch, answer, events.length));
  });
  return { events, receipts };
}

/** The first who brought a fact has it stored, whoever brings it after that, in another payload of the same moment too, brings a duplicate. */
function answersOf(batches: readonly Batch[], kept: ReadonlyMap<string, KeptSides>): ReceivedAnswer[] {
  const told = new Set<string>();
  return batches.map((batch) => {
    const items: ReceivedItem[] = batch.facts.map(({ id, position, side, signal, system }) => {
      const isFirst = !told.has(`${side} ${id}`);
      told.add(`${side} ${id}`);
      const isStored = isFirst && kept.get(id)![side];
      return {
        position,
        status: isStored ? "stored" : "duplicate",
        source: signal.source,
        id: signal.id,
        signal: id,
        system: isStored ? system : null,
        unassigned: isStored && system === null,
        problem: null,
      };
    });
    for (const { position, path, message } of [...batch.refused, ...batch.unkeepable])
      items.push({
        position,
        status: "refused",
        source: null,
        id: null,
        signal: null,
        system: null,
        unassigned: false,
        problem: { path, message },
      });
    items.sort((a, b) => a.position - b.position);
    const count = (status: ReceivedItem["status"]) => items.filter((item) => item.status === status).length;
    const stored = count("stored");
    return {
      receipt: stored > 0 ? batch.receipt : null,
      format: batch.format,
      stored,
      duplicate: count("duplicate"),
      refused: count("refused"),
      unassigned: items.filter(({ unassigned }) => unassigned).length,
      items,
    };
  });
}

function eventOf({ actor, receivedAt, receipt, format, about }: Batch, answer: ReceivedAnswer): NewEvent {
  const { stored, duplicate, refused, unassigned, items } = answer;
  const systems = [...new Set(items.flatMap(({ system }) => system ?? []))].sort();
  return newEvent(
    { actor, now: receivedAt },
    {
      verb: "signals.received",
      subject: { kind: "receipt", id: receipt },
      before: null,
      after: {
        format,
        sha256: about.sha256,
        stored,
        duplicate,
        refused,
        unassigned,
        systems: systems.slice(0, mostSystemsTold),
      },
    },
  );
}

function receiptOf(batch: Batch, { stored, duplicate, refused }: ReceivedAnswer, seq: number): NewReceipt {
  const { kind, id, authenticated } = batch.actor;
  return {
    id: batch.receipt,
    seq,
    receivedAt: batch.receivedAt.toISOString(),
    format: batch.format,
    record: {
      sender: { kind, id, authenticated },
      ...batch.about,
      stored,
      duplicate,
      refused,
      refusedItems: [...batch.refused, ...batch.unkeepable].slice(0, mostRefusedKept),
    },
    payload: batch.payload,
  };
}

function sourcesOf(batches: readonly Batch[], answers: readonly ReceivedAnswer[]): HeardSource[] {
  const heard = new Map<string, HeardSource>();
  batches.forEach(({ receivedAt, format }, index) => {
    for (const { source, status } of answers[index]!.items) {
      if (source === null) continue;
      const key = `${format} ${source}`;
      const known = heard.get(key) ?? {
        source,
        format,
        receivedAt: receivedAt.toISOString(),
        signals: 0,
        duplicates: 0,
      };
      const isNew = status === "stored";
      heard.set(key, {
        ...known,
        signals: known.signals + (isNew ? 1 : 0),
        duplicates: known.duplicates + (isNew ? 0 : 1),
      });
    }
  });
  return [...heard.values()];
}

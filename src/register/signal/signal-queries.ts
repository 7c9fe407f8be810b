import { sql } from "kysely";
import type { ReceiptRecord } from "../../contract/received.ts";
import type { Signal, SignalFormat } from "../../contract/signal.ts";
import type { SignalFilter } from "../../contract/signal-page.ts";
import { channel, type Queries } from "../../store/database.ts";
import type { NewEvent } from "../event/new-event.ts";

const rowsAtOnce = 1000;

/** What a batch says of one identity: what was observed or opened, what resolved it, or both. */
export interface SignalRow {
  readonly id: string;
  readonly fact: { readonly receipt: string; readonly position: number; readonly signal: Signal } | null;
  readonly resolution: { readonly receipt: string; readonly position: number; readonly signal: Signal } | null;
  readonly system: string | null;
  readonly rule: string | null;
}

/** Which sides of an identity were new. */
export interface KeptSides {
  readonly fact: boolean;
  readonly resolution: boolean;
}

/**
 * Keeps what is new of each identity, and answers what was. In the order of their ids, so that two servers that receive
 * the same do not wait for each other in turn.
 */
export async function insertSignals(queries: Queries, rows: readonly SignalRow[]): Promise<Map<string, KeptSides>> {
  const sorted = rows.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const kept = new Map<string, KeptSides>();
  for (let start = 0; start < sorted.length; start += rowsAtOnce) {
    const batch = sorted.slice(start, start + rowsAtOnce);
    const inserted = await insertNew(queries, batch);
    for (const { id, fact, resolution } of batch)
      if (inserted.has(id)) kept.set(id, { fact: fact !== null, resolution: resolution !== null });
    const known = batch.filter(({ id }) => !inserted.has(id));
    if (known.length === 0) continue;
    const [facts, resolutions] = [await addFacts(queries, known), await addResolutions(queries, known)];
    for (const { id } of known) kept.set(id, { fact: facts.has(id), resolution: resolutions.has(id) });
  }
  return kept;
}

/** A row as JSON gives it. */
function written(rows: readonly SignalRow[]): string {
  const given = rows.map(({ id, fact, resolution, system, rule }) => {
    const { signal, position } = (fact ?? resolution)!;
    return {
      id,
      receipt: fact?.receipt ?? null,
      position,
      format: signal.format,
      topic: signal.topic,
      metric: signal.metric,
      state: resolution === null ? signal.state : "resolved",
      occurred_at: signal.occurredAt,
      resolved_at: resolution?.signal.occurredAt ?? null,
      system,
      rule,
      fact: signal,
      resolution: resolution?.signal ?? null,
      resolution_receipt: resolution?.receipt ?? null,
    };
  });
  return JSON.stringify(given);
}

const factColumns = sql`id, receipt, position, format, topic, metric, state, occurred_at, resolved_at, system, rule, fact,
  resolution, resolution_receipt`;
const factTypes = sql`id text, receipt text, position integer, format text, topic text, metric text, state text,
  occurred_at timestamptz, resolved_at timestamptz, system text, rule text, fact jsonb, resolution jsonb,
  resolution_receipt text`;

async function insertNew(queries: Queries, batch: readonly SignalRow[]): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    INSERT INTO signal (${factColumns})
    SELECT ${factColumns} FROM json_to_recordset(${written(batch)}::json) AS given (${factTypes})
    ON CONFLICT (id) DO NOTHING RETURNING id`.execute(queries);
  return new Set(rows.map(({ id }) => id));
}

/** What opened a signal of which only the resolution had arrived; its labels say more surely what it is about. */
async function addFacts(queries: Queries, known: readonly SignalRow[]): Promise<Set<string>> {
  const given = known.flatMap(({ id, fact, system, rule }) =>
    fact === null
      ? []
      : [
          {
            id,
            receipt: fact.receipt,
            position: fact.position,
            topic: fact.signal.topic,
            metric: fact.signal.metric,
            occurred_at: fact.signal.occurredAt,
            system,
            rule,
            fact: fact.signal,
          },
        ],
  );
  if (given.length === 0) return new Set();
  const { rows } = await sql<{ id: string }>`
    UPDATE signal SET receipt = given.receipt, position = given.position, topic = given.topic, metric = given.metric,
      occurred_at = given.occurred_at, fact = given.fact, system = coalesce(given.system, signal.system),
      rule = coalesce(given.rule, signal.rule)
    FROM json_to_recordset(${JSON.stringify(given)}::json) AS given (id text, receipt text, position integer, topic text,
      metric text, occurred_at timestamptz, system text, rule text, fact jsonb)
    WHERE signal.id = given.id AND signal.receipt IS NULL RETURNING signal.id`.execute(queries);
  return new Set(rows.map(({ id }) => id));
}

async function addResolutions(queries: Queries, known: readonly SignalRow[]): Promise<Set<string>> {
  const given = known.flatMap(({ id, resolution, system, rule }) =>
    resolution === null
      ? []
      : [
          {
            id,
            resolved_at: resolution.signal.occurredAt,
            resolution: resolution.signal,
            resolution_receipt: resolution.receipt,
            system,
            rule,
          },
        ],
  );
  if (given.length === 0) return new Set();
  const { rows } = await sql<{ id: string }>`
    UPDATE signal SET state = 'resolved', resolved_at = given.resolved_at, resolution = given.resolution,
      resolution_receipt = given.resolution_receipt, system = coalesce(signal.system, given.system),
      rule = coalesce(signal.rule, given.rule)
    FROM json_to_recordset(${JSON.stringify(given)}::json) AS given (id text, resolved_at timestamptz, resolution jsonb,
      resolution_receipt text, system text, rule text)
    WHERE signal.id = given.id AND signal.resolution_receipt IS NULL RETURNING signal.id`.execute(queries);
  return new Set(rows.map(({ id }) => id));
}

export interface NewReceipt {
  readonly id: string;
  readonly seq: number;
  readonly receivedAt: string;
  readonly format: SignalFormat;
  readonly record: ReceiptRecord;
  /** Gzipped text. */
  readonly payload: Uint8Array;
}

/** After the events, of which it holds the seq. */
export async function insertReceipts(queries: Queries, receipts: readonly NewReceipt[]): Promise<void> {
  if (receipts.length === 0) return;
  await sql`
    WITH payloads AS (
      INSERT INTO receipt_payload (receipt, received_at, payload) VALUES ${payloadValues(receipts)}
    )
    INSERT INTO receipt (id, seq, received_at, format, record)
    SELECT id, seq, received_at, format, record FROM json_to_recordset(${writtenReceipts(receipts)}::json)
      AS given (id text, seq bigint, received_at timestamptz, format text, record jsonb)`.execute(queries);
}

function payloadValues(receipts: readonly NewReceipt[]) {
  return sql.join(
    receipts.map(
      ({ id, receivedAt, payload }) => sql`(${id}::text, ${receivedAt}::timestamptz, ${Buffer.from(payload)}::bytea)`,
    ),
  );
}

function writtenReceipts(receipts: readonly NewReceipt[]): string {
  return JSON.stringify(
    receipts.map(({ id, seq, receivedAt, format, record }) => ({ id, seq, received_at: receivedAt, format, record })),
  );
}

export interface HeardSource {
  readonly source: string;
  readonly format: SignalFormat;
  readonly receivedAt: string;
  readonly signals: number;
  readonly duplicates: number;
}

/** Each source and format once. */
export async function upsertSources(queries: Queries, heard: readonly HeardSource[]): Promise<void> {
  if (heard.length === 0) return;
  await sql`
    INSERT INTO signal_source AS kept (source, format, first_received_at, last_received_at, signals, duplicates)
    SELECT source, format, received_at, received_at, signals, duplicates
    FROM json_to_recordset(${writtenSources(heard)}::json) AS given (${sourceTypes})
    ${addingToKnown}`.execute(queries);
}

const sourceTypes = sql`source text, format text, received_at timestamptz, signals bigint, duplicates bigint`;
const addingToKnown = sql`ON CONFLICT (source, format) DO UPDATE SET signals = kept.signals + excluded.signals,
  duplicates = kept.duplicates + excluded.duplicates,
  last_received_at = greatest(kept.last_received_at, excluded.last_received_at)`;

function writtenSources(heard: readonly HeardSource[]): string {
  const given = heard
    .toSorted((a, b) => (a.source + a.format < b.source + b.format ? -1 : 1))
    .map(({ receivedAt, ...each }) => ({ ...each, received_at: receivedAt }));
  return JSON.stringify(given);
}

export interface AllNew {
  readonly rows: readonly SignalRow[];
  readonly sources: readonly HeardSource[];
  readonly events: readonly NewEvent[];
  /** One for each event; their `seq` counts from 1. */
  readonly receipts: readonly NewReceipt[];
  /** The newest event of those by whose rules the rows were assigned. */
  readonly revision: number;
}

/**
 * All that payloads bring, in the one statement that costs little more than one insert: where every identity is new and
 * no record has changed since the revision. Else it writes nothing and answers false.
 *
 * The counter is taken after the signals are in, as late as one statement can.
 */
export async function insertAllNew(
  queries: Queries,
  { rows, sources, events, receipts, revision }: AllNew,
): Promise<boolean> {
  const signals = written(rows.toSorted((a, b) => (a.id < b.id ? -1 : 1)));
  const given = JSON.stringify(
    events.map(({ recordedAt, effectiveAt, subject, ...event }, index) => ({
      ...event,
      place: index + 1,
      recorded_at: recordedAt,
      effective_at: effectiveAt,
      subject_kind: subject.kind,
      subject_id: subject.id,
    })),
  );
  const { rows: done } = await sql<{ seq: number }>`
    WITH given AS MATERIALIZED (
      SELECT * FROM json_to_recordset(${signals}::json) AS given (${factTypes})
    ), known AS MATERIALIZED (
      SELECT 1 FROM signal WHERE id IN (SELECT id FROM given)
      UNION ALL SELECT 1 FROM event WHERE subject_kind <> 'receipt' AND seq > ${revision} LIMIT 1
    ), stored AS (
      INSERT INTO signal (${factColumns}) SELECT ${factColumns} FROM given WHERE NOT EXISTS (SELECT FROM known) RETURNING 1
    ), heard AS (
      INSERT INTO signal_source AS kept (source, format, first_received_at, last_received_at, signals, duplicates)
      SELECT source, format, received_at, received_at, signals, duplicates
      FROM json_to_recordset(${writtenSources(sources)}::json) AS given (${sourceTypes})
      WHERE NOT EXISTS (SELECT FROM known) ${addingToKnown} RETURNING 1
    ), counter AS (
      UPDATE event_counter SET seq = seq + ${events.length}::int
      WHERE (SELECT count(*) FROM stored) = ${rows.length}::int AND (SELECT count(*) FROM heard) >= 0 RETURNING seq
    ), told AS (
      INSERT INTO event (seq, id, recorded_at, effective_at, actor, verb, subject_kind, subject_id, after)
      SELECT counter.seq - ${events.length}::int + place, id, recorded_at, effective_at, actor, verb, subject_kind,
        subject_id, after
      FROM counter, json_to_recordset(${given}::json) AS given (place integer, id text, recorded_at timestamptz,
        effective_at timestamptz, actor jsonb, verb text, subject_kind text, subject_id text, after jsonb)
    ), payloads AS (
      INSERT INTO receipt_payload (receipt, received_at, payload)
      SELECT each.* FROM counter, (VALUES ${payloadValues(receipts)}) AS each
    ), kept AS (
      INSERT INTO receipt (id, seq, received_at, format, record)
      SELECT id, counter.seq - ${events.length}::int + given.seq, received_at, format, record
      FROM counter, json_to_recordset(${writtenReceipts(receipts)}::json)
        AS given (id text, seq bigint, received_at timestamptz, format text, record jsonb)
    )
    SELECT seq, pg_notify(${channel}, seq::text) FROM counter`.execute(queries);
  return done.length > 0;
}

export async function selectSources(queries: Queries): Promise<SourceRow[]> {
  const { rows } = await sql<SourceRow>`
    SELECT source, format, first_received_at, last_received_at, signals, duplicates FROM signal_source
    ORDER BY last_received_at DESC, source, format LIMIT 1000`.execute(queries);
  return rows;
}

interface SourceRow {
  readonly source: string;
  readonly format: SignalFormat;
  readonly first_received_at: string;
  readonly last_received_at: string;
  readonly signals: number;
  readonly duplicates: number;
}

export interface KeptSignal {
  readonly id: string;
  readonly receipt: string | null;
  readonly state: Signal["state"];
  readonly occurred_at: string;
  readonly resolved_at: string | null;
  readonly system: string | null;
  readonly rule: string | null;
  readonly assigned_by: string | null;
  readonly fact: Signal;
  readonly resolution: Signal | null;
  readonly resolution_receipt: string | null;
}

const signalColumns = sql`id, receipt, state, occurred_at, resolved_at, system, rule, assigned_by, fact, resolution,
  resolution_receipt`;

export interface SignalQuestion extends Omit<SignalFilter, "system"> {
  /** Any of these. */
  readonly systems?: readonly string[] | undefined;
  /** Only those further back in the order than this one. */
  readonly before?: { readonly occurredAt: string; readonly id: string } | undefined;
  readonly limit: number;
}

/** By when they occurred, the newest first. */
export async function selectSignals(queries: Queries, question: SignalQuestion): Promise<KeptSignal[]> {
  const { format, topic, systems, state, metric, receipt, since, assigned, before, limit } = question;
  const conditions = [
    sql`true`,
    ...(format === undefined ? [] : [sql`format = ${format}`]),
    ...(topic === undefined ? [] : [sql`topic = ${topic}`]),
    ...(systems === undefined ? [] : [sql`system = ANY (${[...systems]}::text[])`]),
    // Written out, so that the planner knows it for the condition of the index.
    ...(state === undefined ? [] : [state === "open" ? sql`state = 'open'` : sql`state = ${state}`]),
    ...(metric === undefined ? [] : [sql`metric = ${metric}`]),
    ...(receipt === undefined ? [] : [sql`(receipt = ${receipt} OR resolution_receipt = ${receipt})`]),
    ...(since === undefined ? [] : [sql`occurred_at >= ${since}`]),
    ...(assigned === undefined ? [] : [assigned === "yes" ? sql`system IS NOT NULL` : sql`system IS NULL`]),
    ...(before === undefined ? [] : [sql`(occurred_at, id) < (${before.occurredAt}::timestamptz, ${before.id})`]),
  ];
  const { rows } = await sql<KeptSignal>`
    SELECT ${signalColumns} FROM signal WHERE ${sql.join(conditions, sql` AND `)}
    ORDER BY occurred_at DESC, id DESC LIMIT ${limit}`.execute(queries);
  return rows;
}

export async function selectSignal(queries: Queries, id: string): Promise<KeptSignal | null> {
  const { rows } = await sql<KeptSignal>`SELECT ${signalColumns} FROM signal WHERE id = ${id}`.execute(queries);
  return rows[0] ?? null;
}

export interface KeptReceipt {
  readonly id: string;
  readonly seq: number;
  readonly received_at: string;
  readonly format: SignalFormat;
  readonly record: ReceiptRecord;
  /** Null once its days are over. */
  readonly payload: Uint8Array | null;
}

/** In the order of their arrival. */
export async function selectReceipts(queries: Queries, ids: readonly string[]): Promise<KeptReceipt[]> {
  const { rows } = await sql<KeptReceipt>`
    SELECT id, seq, receipt.received_at, format, record, payload FROM receipt
    LEFT JOIN receipt_payload ON receipt_payload.receipt = receipt.id
    WHERE id = ANY (${[...ids]}::text[]) ORDER BY seq`.execute(queries);
  return rows;
}

/** Removes the payloads received before a moment, and answers how many there were. */
export async function deletePayloads(queries: Queries, before: string): Promise<number> {
  const { numAffectedRows } = await sql`DELETE FROM receipt_payload WHERE received_at < ${before}`.execute(queries);
  return Number(numAffectedRows ?? 0n);
}

/** Assigns those of the signals that still wait, and answers how many did. */
export async function assignSignals(
  queries: Queries,
  assigned: readonly { readonly id: string; readonly system: string; readonly rule: string }[],
  event: string,
): Promise<number> {
  const { numAffectedRows } = await sql`
    UPDATE signal SET system = given.system, rule = given.rule, assigned_by = ${event}
    FROM json_to_recordset(${JSON.stringify(assigned)}::json) AS given (id text, system text, rule text)
    WHERE signal.id = given.id AND signal.system IS NULL`.execute(queries);
  return Number(numAffectedRows ?? 0n);
}

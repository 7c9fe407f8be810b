import { sql } from "kysely";
import type { Event } from "../../contract/event.ts";
import { channel, type Queries } from "../../store/database.ts";

const rowsAtOnce = 1000;

export interface EventRow {
  readonly seq: number;
  readonly id: string;
  readonly recorded_at: string;
  readonly effective_at: string;
  readonly actor: Event["actor"];
  readonly verb: string;
  readonly subject_kind: string;
  readonly subject_id: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly cause: string[];
  readonly method: Event["method"];
}

export function fromEventRow(row: EventRow): Event {
  return {
    seq: row.seq,
    id: row.id,
    recordedAt: row.recorded_at,
    effectiveAt: row.effective_at,
    actor: row.actor,
    verb: row.verb,
    subject: { kind: row.subject_kind as Event["subject"]["kind"], id: row.subject_id },
    before: row.before,
    after: row.after,
    cause: row.cause,
    method: row.method,
  };
}

/**
 * Appends events and tells listeners of the commit. The last thing a transaction does: from here to its commit no
 * other transaction gets a seq. Answers the newest seq.
 */
export async function appendEvents(queries: Queries, events: readonly Omit<Event, "seq">[]): Promise<number> {
  const { rows } = await sql<{ seq: number }>`
    UPDATE event_counter SET seq = seq + ${events.length} RETURNING seq`.execute(queries);
  const last = rows[0]!.seq;
  if (events.length === 0) return last;
  const first = last - events.length + 1;
  for (let start = 0; start < events.length; start += rowsAtOnce) {
    const batch = events.slice(start, start + rowsAtOnce).map((event, index) => ({
      seq: first + start + index,
      id: event.id,
      recorded_at: event.recordedAt,
      effective_at: event.effectiveAt,
      actor: event.actor,
      verb: event.verb,
      subject_kind: event.subject.kind,
      subject_id: event.subject.id,
      before: event.before,
      after: event.after,
      cause: event.cause,
      method: event.method,
    }));
    await sql`INSERT INTO event
      (seq, id, recorded_at, effective_at, actor, verb, subject_kind, subject_id, before, after, cause, method)
      SELECT seq, id, recorded_at, effective_at, actor, verb, subject_kind, subject_id, before, after, cause, method
      FROM jsonb_populate_recordset(NULL::event, ${JSON.stringify(batch)}::jsonb)`.execute(queries);
  }
  await sql`SELECT pg_notify(${channel}, ${String(last)})`.execute(queries);
  return last;
}

const eventColumns = sql`seq, id, recorded_at, effective_at, actor, verb, subject_kind, subject_id, before, after, cause, method`;

export interface EventFilter {
  readonly subject?: { readonly kind: Event["subject"]["kind"]; readonly ids?: readonly string[] };
  readonly verb?: string;
  readonly exceptVerb?: string;
  /** Without the receipts of signals, of which there are many and which change no record. */
  readonly receipts?: "included" | "left-out";
  readonly actors?: readonly string[];
  readonly after?: number;
  readonly before?: number;
  readonly order: "newest-first" | "oldest-first";
  readonly limit: number;
}

export async function selectEvents(queries: Queries, filter: EventFilter): Promise<Event[]> {
  const { subject, verb, exceptVerb, receipts, actors, after, before, order, limit } = filter;
  const conditions = [
    sql`true`,
    ...(subject === undefined ? [] : [sql`subject_kind = ${subject.kind}`]),
    ...(subject?.ids === undefined ? [] : [sql`subject_id = ANY (${[...subject.ids]}::text[])`]),
    ...(verb === undefined ? [] : [sql`verb = ${verb}`]),
    ...(exceptVerb === undefined ? [] : [sql`verb <> ${exceptVerb}`]),
    ...(receipts === "left-out" ? [sql`subject_kind <> 'receipt'`] : []),
    ...(actors === undefined ? [] : [sql`actor ->> 'id' = ANY (${[...actors]}::text[])`]),
    ...(after === undefined ? [] : [sql`seq > ${after}`]),
    ...(before === undefined ? [] : [sql`seq < ${before}`]),
  ];
  const { rows } = await sql<EventRow>`
    SELECT ${eventColumns} FROM event WHERE ${sql.join(conditions, sql` AND `)}
    ORDER BY seq ${order === "newest-first" ? sql`DESC` : sql`ASC`} LIMIT ${limit}`.execute(queries);
  return rows.map(fromEventRow);
}

export async function selectEvent(queries: Queries, id: string): Promise<Event | null> {
  const { rows } = await sql<EventRow>`SELECT ${eventColumns} FROM event WHERE id = ${id}`.execute(queries);
  return rows[0] === undefined ? null : fromEventRow(rows[0]);
}

export async function selectNewestSeq(queries: Queries): Promise<number> {
  const { rows } = await sql<{ seq: number }>`SELECT seq FROM event_counter`.execute(queries);
  return rows[0]!.seq;
}

/**
 * `seq` of the last change in commit order, up to `upTo`, that was recorded by a moment; 0 when none was.
 *
 * Servers' clocks differ, so an event may have been recorded before one of a smaller seq; by less than a day, which is
 * how far the index is looked through. The planner knows nothing of seq and time rising together, hence MATERIALIZED.
 */
export async function selectSeqRecordedBy(queries: Queries, moment: Date, upTo: number): Promise<number> {
  const by = moment.toISOString();
  const { rows } = await sql<{ seq: number | null }>`
    WITH near AS MATERIALIZED (
      SELECT seq FROM event
      WHERE subject_kind <> 'receipt' AND seq <= ${upTo} AND recorded_at <= ${by} AND recorded_at > interval '-1 day' +
        (SELECT max(recorded_at) FROM event
         WHERE subject_kind <> 'receipt' AND seq <= ${upTo} AND recorded_at <= ${by})
    )
    SELECT max(seq) AS seq FROM near`.execute(queries);
  return rows[0]?.seq ?? 0;
}

/** What the events after `seq` were about, each record once. */
export async function selectChangedSince(queries: Queries, seq: number): Promise<{ kind: string; id: string }[]> {
  const { rows } = await sql<{ kind: string; id: string }>`
    SELECT DISTINCT subject_kind AS kind, subject_id AS id FROM event
    WHERE subject_kind <> 'receipt' AND seq > ${seq} ORDER BY kind, id`.execute(queries);
  return rows;
}

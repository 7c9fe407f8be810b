import { sql } from "kysely";
import type { Event } from "../../contract/event.ts";
import type { Queries } from "../../store/database.ts";
import { type EventRow, fromEventRow, selectSeqRecordedBy } from "../event/event-queries.ts";

/**
 * `seq` of the last event in commit order, up to `upTo`, that was recorded by a moment; 0 when none was.
 * `seen` is what was found among the events before, which are not looked through again.
 */
export async function seqRecordedBy(
  queries: Queries,
  moment: Date,
  {
    seen,
    upTo,
  }: { readonly seen: { readonly upTo: number; readonly found: number } | undefined; readonly upTo: number },
): Promise<number> {
  if (moment.getTime() < 0) return 0; // Before 1970 there was no register, and Postgres has no year 0.
  if (seen === undefined) return selectSeqRecordedBy(queries, moment, upTo);
  const { rows } = await sql<{ seq: number }>`
    SELECT seq FROM event
    WHERE subject_kind <> 'receipt' AND seq > ${seen.upTo} AND seq <= ${upTo} AND recorded_at <= ${moment.toISOString()}
    ORDER BY seq DESC LIMIT 1`.execute(queries);
  return rows[0]?.seq ?? seen.found;
}

/** How many changes were recorded in each hour, oldest first: enough to sum them into days of any time zone. */
export async function countEventsByHour(queries: Queries): Promise<{ hour: Date; events: number }[]> {
  const { rows } = await sql<{ hour: string; events: number }>`
    SELECT to_char(date_trunc('hour', recorded_at AT TIME ZONE 'UTC'), 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS hour,
           count(*)::int AS events
    FROM event WHERE subject_kind <> 'receipt' GROUP BY 1 ORDER BY 1`.execute(queries);
  return rows.map(({ hour, events }) => ({ hour: new Date(hour), events }));
}

/** What was written beside the events of these ids: the note of an apply, or of an assessment. */
export async function selectNotes(queries: Queries, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: string; note: string }>`
    SELECT id, coalesce(after ->> 'note', after -> 'record' ->> 'note') AS note
    FROM event WHERE id = ANY (${[...new Set(ids)]}::text[])`.execute(queries);
  return new Map(rows.filter(({ note }) => note !== null).map(({ id, note }) => [id, note]));
}

/** Newest events, up to a revision, of these records. */
export async function selectEventsOf(
  queries: Queries,
  { subjects, upTo, limit }: { subjects: Readonly<Record<string, readonly string[]>>; upTo: number; limit: number },
): Promise<Event[]> {
  const named = Object.entries(subjects).filter(([, ids]) => ids.length > 0);
  if (named.length === 0) return [];
  const anyOf = named.map(([kind, ids]) => sql`(subject_kind = ${kind} AND subject_id = ANY (${[...ids]}::text[]))`);
  const { rows } = await sql<EventRow>`
    SELECT seq, id, recorded_at, effective_at, actor, verb, subject_kind, subject_id, before, after, cause, method
    FROM event WHERE seq <= ${upTo} AND (${sql.join(anyOf, sql` OR `)})
    ORDER BY seq DESC LIMIT ${limit}`.execute(queries);
  return rows.map(fromEventRow);
}

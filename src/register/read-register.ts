import { sql } from "kysely";
import type { Settings } from "../contract/portfolio.ts";
import type { Control, Dependency, Limit, Person, Risk, System } from "../contract/record.ts";
import type { Queries } from "../store/database.ts";
import type { Context } from "./context.ts";
import { type ListedKind, listedKinds, type RecordOf, type StoredRecord, settingsId } from "./record/record-kind.ts";
import { fromRow, type KeptRow } from "./record/record-queries.ts";
import { requireRole } from "./require-role.ts";

export type { StoredRecord } from "./record/record-kind.ts";

/** Every record, retired ones included, as it was at one moment. */
export interface RegisterState {
  /** `seq` of the newest event that is included. */
  readonly revision: number;
  /** Null until settings were given: all defaults. */
  readonly settings: StoredRecord<Settings> | null;
  readonly people: ReadonlyMap<string, StoredRecord<Person>>;
  readonly dependencies: ReadonlyMap<string, StoredRecord<Dependency>>;
  readonly systems: ReadonlyMap<string, StoredRecord<System>>;
  readonly controls: ReadonlyMap<string, StoredRecord<Control>>;
  readonly limits: ReadonlyMap<string, StoredRecord<Limit>>;
  readonly risks: ReadonlyMap<string, StoredRecord<Risk>>;
}

/** The register now, or as it was recorded by `asOf`: what became known later is left out, whenever it happened. */
export async function readRegister(ctx: Context, { asOf }: { asOf?: Date } = {}): Promise<RegisterState> {
  requireRole(ctx, "viewer");
  if (asOf === undefined) return readRegisterNow(ctx.db.queries);
  const rows = await stateAsOf(ctx.db.queries, asOf);
  return registerOf(rows.revision, rows.rows);
}

interface StateRow {
  kind: string;
  id: string;
  stored: StoredRecord<unknown>;
}

/** All tables in one statement, which sees one moment and costs one round trip. */
export async function readRegisterNow(queries: Queries): Promise<RegisterState> {
  const kinds = ["settings", ...listedKinds] as const;
  const tables = kinds.map(
    (kind) =>
      sql`SELECT ${sql.lit(kind)} AS kind, id, record, version, created_at, changed_at, retired_on FROM ${sql.table(kind)}`,
  );
  const { rows } = await sql<KeptRow & { kind: string; seq: number }>`
    SELECT event_counter.seq, kept.* FROM event_counter
    LEFT JOIN (${sql.join(tables, sql` UNION ALL `)}) AS kept ON true
    ORDER BY kept.kind, kept.id`.execute(queries);
  return registerOf(
    rows[0]?.seq ?? 0,
    rows.filter((row) => row.kind !== null).map((row) => ({ kind: row.kind, id: row.id, stored: fromRow(row) })),
  );
}

async function stateAsOf(queries: Queries, asOf: Date): Promise<{ revision: number; rows: StateRow[] }> {
  // Servers' clocks differ a little, so "by then" is everything up to the last event recorded by then, in commit order.
  const { rows: newest } = await sql<{ seq: number }>`
    SELECT seq FROM event WHERE recorded_at <= ${asOf.toISOString()} ORDER BY seq DESC LIMIT 1`.execute(queries);
  const revision = newest[0]?.seq ?? 0;
  const { rows } = await sql<{ seq: number; kind: string; id: string; after: StoredRecord<unknown> | null }>`
    SELECT DISTINCT ON (subject_kind, subject_id) seq, subject_kind AS kind, subject_id AS id, after
    FROM event WHERE seq <= ${revision} AND subject_kind IN (${sql.join(["settings", ...listedKinds])})
    ORDER BY subject_kind, subject_id, seq DESC`.execute(queries);
  const { rows: renames } = await sql<{ seq: number; kind: string; id: string }>`
    SELECT seq, subject_kind AS kind, before -> 'record' ->> 'id' AS id
    FROM event WHERE seq <= ${revision} AND verb LIKE '%.renamed'`.execute(queries);
  const leftAt = new Map(renames.map(({ kind, id, seq }) => [`${kind} ${id}`, seq]));
  return {
    revision,
    rows: rows.flatMap(({ kind, id, seq, after }) =>
      after === null || (leftAt.get(`${kind} ${id}`) ?? 0) > seq ? [] : [{ kind, id, stored: after }],
    ),
  };
}

function registerOf(revision: number, rows: readonly StateRow[]): RegisterState {
  const of = <K extends ListedKind>(kind: K) =>
    new Map(
      rows.filter((row) => row.kind === kind).map((row) => [row.id, row.stored as StoredRecord<RecordOf[K]>] as const),
    );
  const settings = rows.find((row) => row.kind === "settings" && row.id === settingsId);
  return {
    revision,
    settings: (settings?.stored ?? null) as StoredRecord<Settings> | null,
    people: of("person"),
    dependencies: of("dependency"),
    systems: of("system"),
    controls: of("control"),
    limits: of("limit"),
    risks: of("risk"),
  };
}

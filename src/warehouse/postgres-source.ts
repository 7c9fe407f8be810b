import pg from "pg";
import { Failure } from "../contract/failure.ts";
import type { DecisionSource, SqlValue, Watch } from "./decision-source.ts";
import { inputFailure } from "./input-failure.ts";
import type { ColumnKind, SourceColumn } from "./source-column.ts";
import { postgresDialect } from "./sql-dialect.ts";
import { stopped } from "./stopped.ts";

const rowsFetched = 10_000;

/**
 * A table or view in Postgres. Everything is read in one transaction that sees one state of the table and may not write.
 *
 * @param table - its name, with or without its schema
 * @throws Failure `invalid-input` when the server or the table is not there
 */
export async function openPostgresTable(url: string, table: string): Promise<DecisionSource> {
  const name = `table ${table}`;
  const client = new pg.Client({ connectionString: url, application_name: "plimsoll audit" });
  client.on("error", () => {});
  try {
    await client.connect();
  } catch (cause) {
    throw inputFailure(
      { name },
      `no answer from Postgres (${(cause as Error).message || "refused"})`,
      "check the address and the rights",
    );
  }
  try {
    await client.query("BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
    await client.query("SET LOCAL extra_float_digits = 1");
    await client.query("SET LOCAL TimeZone = 'UTC'");
    const relation = table.split(".").map(pg.escapeIdentifier).join(".");
    const columns = await columnsOf(client, relation);
    if (columns === null)
      throw inputFailure(
        { name },
        "there is no such table",
        "write its name as schema.table, or just table, as it is in the database",
      );
    return {
      name,
      format: "postgres",
      columns,
      dialect: postgresDialect,
      relation: `${relation} AS decisions`,
      decimal: ".",
      batches: (sql, watch) => batches(client, url, sql, watch),
      async place({ sql }, condition) {
        const { rows } = await client.query(
          `SELECT CAST(${sql} AS text) AS value FROM ${relation} AS decisions WHERE ${condition} LIMIT 1`,
        );
        return rows.length === 0 ? null : { value: rows[0].value ?? "" };
      },
      close: () => client.end(),
    };
  } catch (cause) {
    await client.end();
    throw cause;
  }
}

async function columnsOf(client: pg.Client, relation: string): Promise<SourceColumn[] | null> {
  const { rows } = await client.query(
    `SELECT attname AS name, format_type(atttypid, NULL) AS type FROM pg_attribute
     WHERE attrelid = to_regclass($1) AND attnum > 0 AND NOT attisdropped ORDER BY attnum`,
    [relation],
  );
  if (rows.length === 0) return null;
  return rows.map(({ name, type }) => ({ name, kind: kindOf(type), sql: pg.escapeIdentifier(name) }));
}

function kindOf(type: string): ColumnKind {
  if (["text", "character varying", "character"].includes(type)) return "text";
  if (["smallint", "integer", "bigint"].includes(type)) return "integer";
  if (["real", "double precision", "numeric"].includes(type)) return "number";
  if (type === "boolean") return "boolean";
  return type === "date" || type.startsWith("timestamp") ? "time" : "other";
}

async function* batches(client: pg.Client, url: string, sql: string, watch: Watch = {}): AsyncGenerator<SqlValue[][]> {
  const { signal } = watch;
  if (signal?.aborted) throw stopped();
  const cancel = () => void cancelQuery(client, url);
  signal?.addEventListener("abort", cancel);
  try {
    await client.query(`DECLARE counted NO SCROLL CURSOR FOR ${sql}`);
    for (;;) {
      const { rows } = await client.query<SqlValue[]>({ text: `FETCH ${rowsFetched} FROM counted`, rowMode: "array" });
      if (signal?.aborted) throw stopped();
      if (rows.length === 0) break;
      yield rows;
    }
  } catch (cause) {
    if (signal?.aborted) throw stopped();
    throw explained(cause as Error & { code?: string });
  } finally {
    signal?.removeEventListener("abort", cancel);
    await client.query("CLOSE counted").catch(() => {});
  }
}

/** A running statement is stopped from a second connection. */
async function cancelQuery(client: pg.Client, url: string): Promise<void> {
  const other = new pg.Client({ connectionString: url });
  other.on("error", () => {});
  try {
    await other.connect();
    await other.query("SELECT pg_cancel_backend($1)", [(client as pg.Client & { processID: number }).processID]);
  } catch {
    // The statement then runs to its end; its answer is not read.
  } finally {
    await other.end().catch(() => {});
  }
}

function explained(cause: Error & { code?: string }): Error {
  switch (cause.code) {
    case "42501":
      return new Failure("invalid-input", "the table may not be read", "give the role the right to select from it");
    case "22003":
      return new Failure(
        "invalid-input",
        "the table holds a number too large to add up",
        "give it in larger units, such as thousands",
      );
    default:
      return cause;
  }
}

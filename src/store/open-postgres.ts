import { Kysely, PostgresDialect, sql } from "kysely";
import pg from "pg";
import { channel, type Database, type Queries } from "./database.ts";
import { StoreRefusal } from "./store-refusal.ts";
import type { Tables } from "./tables.ts";

/** Deadlock detected, could not serialize. */
const givenUpForAnother = ["40P01", "40001"];
const attempts = 5;
const reconnectMs = 1000;

/** Tells pg to hand dates and instants over as text, and 64-bit integers as numbers: `seq` stays far below 2^53. */
const types = {
  getTypeParser(oid: number, format?: "text" | "binary") {
    if (oid === pg.types.builtins.INT8) return Number;
    if (oid === pg.types.builtins.DATE) return (text: string) => text;
    if (oid === pg.types.builtins.TIMESTAMPTZ) return (text: string) => new Date(text).toISOString();
    return pg.types.getTypeParser(oid, format);
  },
} as pg.CustomTypesConfig;

/** Any Postgres from version 15; everything of ours lives in its schema `plimsoll`. */
export async function openPostgres(url: string): Promise<Database> {
  const settings = { connectionString: url, application_name: "plimsoll", types };
  const pool = new pg.Pool({ ...settings, max: 10 });
  pool.on("error", () => {}); // An idle connection was cut; the pool makes a new one when it is needed.
  const queries = new Kysely<Tables>({
    dialect: new PostgresDialect({
      pool,
      async onCreateConnection(connection) {
        for (const text of ["SET search_path TO plimsoll", "SET TIME ZONE 'UTC'"])
          await connection.executeQuery(sql.raw(text).compile(queries));
      },
    }),
  });
  try {
    await requireVersion(queries);
    await makeSchema(queries);
  } catch (error) {
    await queries.destroy();
    throw refusalOf(error, url);
  }
  const listening = new Set<() => Promise<void>>();
  return {
    kind: "postgres",
    queries,
    async transaction(work) {
      for (let attempt = 1; ; attempt++) {
        try {
          return await queries.transaction().execute(work);
        } catch (error) {
          if (attempt === attempts || !givenUpForAnother.includes((error as { code?: string }).code ?? "")) throw error;
        }
      }
    },
    async listen(listener) {
      const end = await listenOn(settings, listener);
      listening.add(end);
      return async () => {
        listening.delete(end);
        await end();
      };
    },
    announce: async () => {},
    async close() {
      await Promise.all([...listening].map((end) => end()));
      await queries.destroy();
    },
  };
}

/** What keeps us out, by Node's or Postgres' code, and what to do about it. */
const reasons: Readonly<Record<string, [what: string, remedy: string]>> = {
  ECONNREFUSED: ["nothing answers there", "start it, or correct DATABASE_URL"],
  ENOTFOUND: ["no such host", "correct DATABASE_URL"],
  EAI_AGAIN: ["its name cannot be looked up", "check the network, or correct DATABASE_URL"],
  ETIMEDOUT: ["it does not answer", "check the network, or correct DATABASE_URL"],
  ERR_INVALID_URL: ["not a URL", "write it as postgres://user:password@host:5432/database"],
  "28P01": ["the password is wrong", "correct DATABASE_URL"],
  "28000": ["the user may not sign in", "correct DATABASE_URL"],
  "3D000": ["no such database", "create it, or correct DATABASE_URL"],
  "42501": ["the user may not create the schema plimsoll", "GRANT CREATE ON DATABASE to the user"],
};

function refusalOf(error: unknown, url: string): unknown {
  const reason = reasons[(error as { code?: string }).code ?? ""];
  if (reason === undefined) return error;
  const { host, pathname } = URL.canParse(url) ? new URL(url) : { host: "of DATABASE_URL", pathname: "" };
  return new StoreRefusal("not-found", `database ${host}${pathname}: ${reason[0]}`, reason[1]);
}

async function requireVersion(queries: Queries): Promise<void> {
  const { rows } = await sql<{ version: number; name: string }>`
    SELECT current_setting('server_version_num')::int AS version, current_setting('server_version') AS name`.execute(
    queries,
  );
  const { version, name } = rows[0]!;
  if (version < 150_000)
    throw new StoreRefusal("invalid-input", `Postgres ${name}: older than 15`, "use Postgres 15 or newer");
}

async function makeSchema(queries: Queries): Promise<void> {
  // Not CREATE SCHEMA IF NOT EXISTS alone: that asks for the right to create one even where it exists.
  const { rows } = await sql`SELECT 1 FROM pg_namespace WHERE nspname = 'plimsoll'`.execute(queries);
  if (rows.length > 0) return;
  await sql`CREATE SCHEMA IF NOT EXISTS plimsoll`.execute(queries).catch((error: { code?: string }) => {
    // Another server made it in the same moment.
    if (!["23505", "42P06"].includes(error.code ?? "")) throw error;
  });
}

/**
 * Notifications on a connection of their own, which is made anew when it is cut. What was missed meanwhile is told by
 * an empty payload, after which the listener reads what it has not seen.
 */
async function listenOn(settings: pg.ClientConfig, listener: (payload: string) => void): Promise<() => Promise<void>> {
  let ended = false;
  let client: pg.Client | null = null;
  let again: NodeJS.Timeout | undefined;
  const connect = async () => {
    const made = new pg.Client({ ...settings, keepAlive: true });
    const lost = () => {
      if (client !== made) return;
      client = null;
      made.end().catch(() => {});
      if (!ended) again = setTimeout(reconnect, reconnectMs);
    };
    made.on("error", lost);
    made.on("end", lost);
    made.on("notification", ({ payload }) => listener(payload ?? ""));
    await made.connect();
    await made.query(`LISTEN ${channel}`);
    client = made;
    if (ended) await made.end();
  };
  const reconnect = () => {
    connect().then(
      () => listener(""),
      () => {
        if (!ended) again = setTimeout(reconnect, reconnectMs);
      },
    );
  };
  await connect();
  return async () => {
    ended = true;
    clearTimeout(again);
    await client?.end().catch(() => {});
  };
}

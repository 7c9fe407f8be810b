import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { CompiledQuery, sql } from "kysely";
import type { Database, Queries } from "./database.ts";
import { StoreRefusal } from "./store-refusal.ts";

interface Migration {
  readonly version: number;
  readonly name: string;
  readonly text: string;
  readonly checksum: string;
}

export interface MigrateOptions {
  /** Called before each migration of a schema that was there before. */
  readonly beforeChange?: (schemaVersion: number) => Promise<void>;
  readonly folder?: URL;
}

// From src/store as from dist/store.
const ownMigrations = new URL("../../src/store/migrations/", import.meta.url);
/** One number for all processes on one Postgres, so that two servers that start at once migrate one after the other. */
const migrationLock = 7_450_011;

/** Brings the schema to the newest version, one transaction a migration; a second time it does nothing. */
export async function migrate(database: Database, options: MigrateOptions = {}): Promise<void> {
  const migrations = await readMigrations(options.folder ?? ownMigrations);
  await database.transaction(async (queries) => {
    await sql`SELECT pg_advisory_xact_lock(${migrationLock})`.execute(queries);
    await createVersionTable(queries);
  });
  for (;;) {
    const applied = await readVersion(database.queries);
    checkKnown(applied, migrations);
    const next = migrations[applied.length];
    if (next === undefined) return;
    if (applied.length > 0) await options.beforeChange?.(applied.length);
    await database.transaction((queries) => applyMigration(queries, next));
  }
}

/** Applies the migrations after one version up to another, within the transaction given. */
export async function migrateWithin(queries: Queries, { after, upTo }: { after: number; upTo: number }): Promise<void> {
  await createVersionTable(queries);
  for (const migration of await readMigrations(ownMigrations))
    if (migration.version > after && migration.version <= upTo) await applyMigration(queries, migration);
}

/** The version that this program brings a schema to. */
export async function newestSchemaVersion(): Promise<number> {
  return (await readMigrations(ownMigrations)).length;
}

export async function schemaVersion(queries: Queries): Promise<number> {
  return (await readVersion(queries)).length;
}

async function applyMigration(queries: Queries, migration: Migration): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(${migrationLock})`.execute(queries);
  if ((await readVersion(queries)).length >= migration.version) return;
  for (const statement of statements(migration.text)) await queries.executeQuery(CompiledQuery.raw(statement));
  await sql`INSERT INTO schema_version (version, name, checksum, applied_at)
    VALUES (${migration.version}, ${migration.name}, ${migration.checksum}, now())`.execute(queries);
}

async function createVersionTable(queries: Queries): Promise<void> {
  await sql`CREATE TABLE IF NOT EXISTS schema_version (
    version integer PRIMARY KEY, name text NOT NULL, checksum text NOT NULL, applied_at timestamptz NOT NULL
  )`.execute(queries);
}

async function readVersion(queries: Queries): Promise<{ version: number; name: string; checksum: string }[]> {
  const { rows } = await sql<{ version: number; name: string; checksum: string }>`
    SELECT version, name, checksum FROM schema_version ORDER BY version`.execute(queries);
  return rows;
}

function checkKnown(applied: readonly { version: number; name: string; checksum: string }[], known: Migration[]): void {
  for (const { version, name, checksum } of applied) {
    const own = known[version - 1];
    if (own === undefined)
      throw new StoreRefusal(
        "newer-schema",
        `schema version ${applied.at(-1)?.version}: newer than version ${known.length}, which this program knows`,
        "use the program that wrote it or a newer one",
      );
    if (own.checksum !== checksum)
      throw new StoreRefusal(
        "newer-schema",
        `schema version ${version} (${name}): not the one this program would have made`,
        "use the program that wrote it, make a backup there and restore it here",
      );
  }
}

async function readMigrations(folder: URL): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".sql")).sort();
  return Promise.all(
    names.map(async (name, index) => {
      const version = Number(name.slice(0, 4));
      if (version !== index + 1) throw new Error(`migration ${name}: numbers must follow each other from 0001`);
      const text = (await readFile(new URL(name, folder), "utf8")).replaceAll("\r\n", "\n");
      return { version, name, text, checksum: createHash("sha256").update(text).digest("hex") };
    }),
  );
}

/** Splits at semicolons that end a line outside a $$ body; a prepared statement may hold only one. */
function statements(text: string): string[] {
  const found: string[] = [];
  let current = "";
  let inBody = false;
  for (const line of text.split("\n")) {
    if (!inBody && /^\s*(--.*)?$/.test(line)) continue;
    current += `${line}\n`;
    if ((line.split("$$").length - 1) % 2 === 1) inBody = !inBody;
    if (!inBody && line.trimEnd().endsWith(";")) {
      found.push(current);
      current = "";
    }
  }
  if (current.trim() !== "") found.push(current);
  return found;
}

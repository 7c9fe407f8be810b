import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { createGunzip } from "node:zlib";
import { sql } from "kysely";
import type { BackupHeader, BackupRow, BackupTrailer } from "./backup-format.ts";
import { type BackupTable, backupTables, holdsSomething } from "./backup-tables.ts";
import { channel, type Database, type Queries } from "./database.ts";
import { migrateWithin, newestSchemaVersion } from "./migrate.ts";
import { StoreRefusal } from "./store-refusal.ts";

const rowsAtOnce = 1000;
const charactersAtOnce = 16 * 1024 * 1024;

/**
 * Makes the database hold what the backup at `path` holds, in one transaction and after the whole file was checked.
 * Refused where the database holds something already, unless that is to be replaced.
 */
export async function restoreBackup(
  database: Database,
  path: string,
  existing: "refuse" | "replace",
): Promise<BackupHeader> {
  const header = await checkBackup(path);
  const newest = await newestSchemaVersion();
  if (header.schemaVersion > newest)
    throw new StoreRefusal(
      "newer-schema",
      `backup ${path}: schema version ${header.schemaVersion}, newer than version ${newest}, which this program knows`,
      "restore it with the program that wrote it or a newer one",
    );
  await database.transaction(async (queries) => {
    if (existing === "refuse" && (await holdsSomething(queries)))
      throw new StoreRefusal(
        "already-exists",
        "database: it holds records already",
        "restore into an empty one, or give --replace to lose what it holds",
      );
    await sql`DROP SCHEMA plimsoll CASCADE`.execute(queries);
    await sql`CREATE SCHEMA plimsoll`.execute(queries);
    await migrateWithin(queries, { after: 0, upTo: header.schemaVersion });
    await insertRows(queries, path);
    await migrateWithin(queries, { after: header.schemaVersion, upTo: newest });
    await sql`SELECT pg_notify(${channel}, '')`.execute(queries);
  });
  return header;
}

async function insertRows(queries: Queries, path: string): Promise<void> {
  const tables = new Map((await backupTables(queries)).map((table) => [table.name, table]));
  for (const name of tables.keys()) await sql`TRUNCATE ${sql.table(name)}`.execute(queries);
  let table: BackupTable | undefined;
  let waiting: unknown[] = [];
  let characters = 0;
  const insert = async () => {
    if (table === undefined || waiting.length === 0) return;
    const columns = sql.join(table.columns.map((column) => sql.ref(column)));
    await sql`INSERT INTO ${sql.table(table.name)} (${columns})
      SELECT ${columns} FROM jsonb_populate_recordset(NULL::${sql.table(table.name)}, ${JSON.stringify(waiting)}::jsonb)`.execute(
      queries,
    );
    waiting = [];
    characters = 0;
  };
  for await (const line of linesOf(path)) {
    const parsed = JSON.parse(line) as Partial<BackupRow>;
    if (parsed.table === undefined) continue;
    if (parsed.table !== table?.name || waiting.length === rowsAtOnce || characters > charactersAtOnce) {
      await insert();
      table = tables.get(parsed.table);
      if (table === undefined) throw damaged(path, `table ${parsed.table} is not one of ours`);
    }
    waiting.push(parsed.row);
    characters += line.length;
  }
  await insert();
}

/** Reads the whole file once: header, number of rows of each table, and the checksum at its end. */
async function checkBackup(path: string): Promise<BackupHeader> {
  const sha256 = createHash("sha256");
  let header: BackupHeader | undefined;
  let trailer: BackupTrailer | undefined;
  const counts: Record<string, number> = {};
  try {
    for await (const line of linesOf(path)) {
      if (trailer !== undefined) throw damaged(path, "something follows its last line");
      const parsed = JSON.parse(line) as Partial<BackupHeader & BackupRow & BackupTrailer>;
      if (header === undefined) header = asHeader(parsed, path);
      else if (parsed.table !== undefined) counts[parsed.table] = (counts[parsed.table] ?? 0) + 1;
      else if (parsed.sha256 !== undefined) trailer = { sha256: parsed.sha256 };
      if (trailer === undefined) sha256.update(`${line}\n`);
    }
  } catch (error) {
    if (error instanceof StoreRefusal) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") throw new StoreRefusal("invalid-input", `backup ${path}: no such file`, "check its name");
    throw damaged(path, message);
  }
  if (header === undefined) throw damaged(path, "it is empty");
  if (trailer === undefined) throw damaged(path, "its end is missing");
  if (trailer.sha256 !== sha256.digest("hex")) throw damaged(path, "its checksum does not match");
  for (const [table, count] of Object.entries(header.counts))
    if ((counts[table] ?? 0) !== count)
      throw damaged(path, `table ${table} has ${counts[table] ?? 0} of ${count} rows`);
  return header;
}

function asHeader(parsed: Partial<BackupHeader>, path: string): BackupHeader {
  if (parsed.format !== "plimsoll-backup" || parsed.counts === undefined || parsed.schemaVersion === undefined)
    throw damaged(path, "its first line is not that of a backup");
  if (parsed.formatVersion !== 1)
    throw new StoreRefusal(
      "newer-schema",
      `backup ${path}: format version ${parsed.formatVersion}, which this program does not know`,
      "restore it with the program that wrote it or a newer one",
    );
  return parsed as BackupHeader;
}

async function* linesOf(path: string): AsyncGenerator<string> {
  const file = createReadStream(path);
  const text = file.pipe(createGunzip());
  file.once("error", (error) => text.destroy(error));
  // Lines end at \n only: JSON text may hold U+2028, which readline would also break at.
  let begun: string[] = [];
  text.setEncoding("utf8");
  try {
    for await (const chunk of text as AsyncIterable<string>) {
      const [end, ...lines] = chunk.split("\n");
      begun.push(end!);
      for (const line of lines) {
        yield begun.join("");
        begun = [line];
      }
    }
  } finally {
    file.destroy();
  }
  const rest = begun.join("");
  if (rest !== "") yield rest;
}

function damaged(path: string, what: string): StoreRefusal {
  return new StoreRefusal("invalid-input", `backup ${path}: ${what}`, "take another backup; nothing was written");
}

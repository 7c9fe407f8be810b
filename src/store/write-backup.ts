import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { PassThrough, type Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { sql } from "kysely";
import type { BackupHeader, BackupRow, BackupTrailer } from "./backup-format.ts";
import { backupTables, heavyTables } from "./backup-tables.ts";
import type { Database, Queries } from "./database.ts";
import { schemaVersion } from "./migrate.ts";

const rowsAtOnce = 1000;
/** Rows of a table whose rows may be megabytes each. */
const heavyRowsAtOnce = 2;

/** Everything the database holds at one moment, history included, as gzipped lines of JSON. */
export function backupStream(database: Database, now: Date): Readable {
  const lines = new PassThrough();
  writeLines(database, now, async (text) => {
    if (lines.destroyed) throw new Error("backup: nobody reads it any more");
    if (!lines.write(text)) await writable(lines);
  }).then(
    () => lines.end(),
    (error: Error) => lines.destroy(error),
  );
  const gzip = createGzip();
  lines.once("error", (error) => gzip.destroy(error));
  gzip.once("close", () => lines.destroy());
  return lines.pipe(gzip);
}

/** Writes a backup to `path`, under another name until it is whole. */
export async function writeBackup(database: Database, path: string, now: Date): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const unfinished = `${path}.unfinished-${process.pid}`;
  try {
    await pipeline(backupStream(database, now), createWriteStream(unfinished, { flush: true }));
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

async function writeLines(database: Database, now: Date, write: (text: string) => Promise<void>): Promise<void> {
  const sha256 = createHash("sha256");
  const line = (content: BackupHeader | BackupTrailer) => hashed(`${JSON.stringify(content)}\n`);
  const hashed = async (text: string) => {
    sha256.update(text);
    await write(text);
  };
  await database.transaction(async (queries) => {
    await sql`SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY`.execute(queries);
    const tables = await backupTables(queries);
    const counts: Record<string, number> = {};
    for (const { name } of tables) counts[name] = await countRows(queries, name);
    const version = await schemaVersion(queries);
    await line({
      format: "plimsoll-backup",
      formatVersion: 1,
      schemaVersion: version,
      createdAt: now.toISOString(),
      counts,
    });
    for (const { name, columns, key } of tables) {
      const atOnce = heavyTables.has(name) ? heavyRowsAtOnce : rowsAtOnce;
      await sql`DECLARE backup_row NO SCROLL CURSOR FOR
        SELECT to_jsonb(kept)::text AS json FROM (
          SELECT ${sql.join(columns.map((column) => sql.ref(column)))} FROM ${sql.table(name)}
          ORDER BY ${sql.join(key.map((column) => sql.ref(column)))}
        ) AS kept`.execute(queries);
      for (;;) {
        const { rows } = await sql<{ json: string }>`FETCH ${sql.lit(atOnce)} FROM backup_row`.execute(queries);
        const start = JSON.stringify({ table: name } satisfies Partial<BackupRow>).slice(0, -1);
        if (rows.length > 0) await hashed(rows.map(({ json }) => `${start},"row":${json}}\n`).join(""));
        if (rows.length < atOnce) break;
      }
      await sql`CLOSE backup_row`.execute(queries);
    }
  });
  await write(`${JSON.stringify({ sha256: sha256.digest("hex") } satisfies BackupTrailer)}\n`);
}

async function countRows(queries: Queries, table: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`SELECT count(*) AS count FROM ${sql.table(table)}`.execute(queries);
  return rows[0]!.count;
}

function writable(stream: PassThrough): Promise<void> {
  return new Promise((resolve) => {
    const go = () => {
      stream.off("drain", go).off("close", go);
      resolve();
    };
    stream.once("drain", go).once("close", go);
  });
}

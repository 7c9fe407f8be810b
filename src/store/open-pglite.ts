import { existsSync } from "node:fs";
import { access, constants, mkdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { PGlite, types } from "@electric-sql/pglite";
import { Kysely, PostgresDialect, sql } from "kysely";
import { channel, type Database } from "./database.ts";
import { lockFolder } from "./folder-lock.ts";
import { PglitePool } from "./pglite-pool.ts";
import { pgliteTemplate } from "./pglite-template.ts";
import { StoreRefusal } from "./store-refusal.ts";
import type { Tables } from "./tables.ts";
import { unpackTar } from "./unpack-tar.ts";

const options = {
  parsers: {
    [types.INT8]: Number,
    [types.DATE]: (text: string) => text,
    [types.TIMESTAMPTZ]: (text: string) => new Date(text).toISOString(),
  },
};

/** PGlite in memory, for tests and for commands that keep nothing. */
export async function openPgliteInMemory(): Promise<Database> {
  const template = new Blob([new Uint8Array(await pgliteTemplate())], { type: "application/x-tar" });
  return overPglite(await PGlite.create({ ...options, loadDataDir: template }), {
    announce: async () => {},
    release: async () => {},
  });
}

/** PGlite in `dataDir`, which this process alone may use until it closes it. */
export async function openPgliteInFolder(dataDir: string, now: Date): Promise<Database> {
  await mkdir(dataDir, { recursive: true })
    .then(() => access(dataDir, constants.W_OK))
    .catch(({ code }: NodeJS.ErrnoException) => {
      throw new StoreRefusal(
        "invalid-input",
        `folder ${dataDir}: cannot be written (${code})`,
        "name another with --data",
      );
    });
  const lock = await lockFolder(dataDir, now);
  try {
    const folder = join(dataDir, "database");
    if (!existsSync(folder)) await makeDatabase(dataDir, folder);
    return await overPglite(await PGlite.create({ ...options, dataDir: folder }), lock);
  } catch (error) {
    await lock.release();
    throw error;
  }
}

/** Under another name until it is whole: a start that is killed leaves no half database behind. */
async function makeDatabase(dataDir: string, folder: string): Promise<void> {
  const unfinished = join(dataDir, "database-unfinished");
  await rm(unfinished, { recursive: true, force: true });
  await unpackTar(await pgliteTemplate(), unfinished);
  await rename(unfinished, folder);
}

async function overPglite(
  pglite: PGlite,
  lock: { announce(address: string): Promise<void>; release(): Promise<void> },
): Promise<Database> {
  const pool = new PglitePool(pglite);
  const queries = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  await sql`CREATE SCHEMA IF NOT EXISTS plimsoll`.execute(queries);
  await sql`SET search_path TO plimsoll`.execute(queries);
  await sql`SET TIME ZONE 'UTC'`.execute(queries);
  return {
    kind: "pglite",
    queries,
    transaction: (work) => queries.transaction().execute(work),
    async listen(listener) {
      const unlisten = await pool.alone((database) => database.listen(channel, listener));
      return () => pool.alone(() => unlisten());
    },
    announce: (address) => lock.announce(address),
    async close() {
      await queries.destroy();
      await lock.release();
    },
  };
}

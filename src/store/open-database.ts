import { join } from "node:path";
import { holdsSomething } from "./backup-tables.ts";
import type { Database } from "./database.ts";
import { defaultDataDir } from "./default-data-dir.ts";
import { migrate } from "./migrate.ts";
import { writeBackup } from "./write-backup.ts";

/** Where the data lies: a folder for PGlite, a Postgres, or nowhere. */
export type StorePlace = { readonly dataDir: string } | { readonly url: string } | { readonly memory: true };

/** Opens the store and brings its schema up to date, after a backup of what it holds. */
export async function openDatabase(
  place: StorePlace,
  { now, backups, migrations }: { now: Date; backups?: string; migrations?: URL },
): Promise<Database> {
  const database = await open(place, now);
  try {
    const folder = backups ?? join("dataDir" in place ? place.dataDir : defaultDataDir, "backups");
    await migrate(database, {
      ...(migrations === undefined ? {} : { folder: migrations }),
      async beforeChange(schemaVersion) {
        if (!(await holdsSomething(database.queries))) return;
        const moment = now.toISOString().replaceAll(/[-:.]/g, "");
        const path = join(folder, `before-migration-${schemaVersion + 1}-${moment}.ndjson.gz`);
        await writeBackup(database, path, now);
      },
    });
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** Only the driver that is needed is loaded: PGlite brings a database of its own. */
async function open(place: StorePlace, now: Date): Promise<Database> {
  if ("url" in place) return (await import("./open-postgres.ts")).openPostgres(place.url);
  const { openPgliteInFolder, openPgliteInMemory } = await import("./open-pglite.ts");
  return "memory" in place ? openPgliteInMemory() : openPgliteInFolder(place.dataDir, now);
}

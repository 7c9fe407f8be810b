import { cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type DatabaseTarget, onBothDatabases } from "../../test/harness/database.ts";
import { placeOf } from "../../test/harness/register.ts";
import type { Database } from "./database.ts";
import { migrate, schemaVersion } from "./migrate.ts";
import { openDatabase } from "./open-database.ts";
import { restoreBackup } from "./restore-backup.ts";

const now = new Date("2026-11-20T09:00:00Z");
const own = new URL("./migrations/", import.meta.url);

onBothDatabases(
  "migrations",
  (newDatabase) => {
    let target: DatabaseTarget;
    let folder: string;
    let later: URL;
    let newest: number;
    const open = (migrations?: URL) =>
      openDatabase(placeOf(target), {
        now,
        backups: join(folder, "backups"),
        ...(migrations === undefined ? {} : { migrations }),
      });
    const using = async <T>(database: Promise<Database>, work: (db: Database) => Promise<T>): Promise<T> => {
      const db = await database;
      try {
        return await work(db);
      } finally {
        await db.close();
      }
    };

    beforeAll(async () => {
      target = await newDatabase();
      folder = await mkdtemp(join(tmpdir(), "plimsoll-migrate-"));
      const copies = join(folder, "migrations");
      await cp(own, copies, { recursive: true });
      newest = (await readdir(own)).length;
      const next = `${String(newest + 1).padStart(4, "0")}-add-a-colour.sql`;
      await writeFile(join(copies, next), "ALTER TABLE risk ADD COLUMN colour text;\n");
      later = pathToFileURL(`${copies}/`);
    });
    afterAll(() => rm(folder, { recursive: true, force: true }));

    it("a second time does no harm", async () => {
      const catalog = (db: Database) =>
        sql`SELECT table_name, column_name, data_type FROM information_schema.columns WHERE table_schema = 'plimsoll'
          ORDER BY table_name, column_name`.execute(db.queries);
      const first = await using(open(), async (db) => {
        await db.queries
          .insertInto("event_counter")
          .values({ only_row: false, seq: 1 })
          .execute()
          .catch(() => {});
        await sql`UPDATE event_counter SET seq = 7`.execute(db.queries);
        return catalog(db);
      });
      await using(open(), async (db) => {
        await migrate(db);
        expect((await catalog(db)).rows).toEqual(first.rows);
        const { seq } = await db.queries.selectFrom("event_counter").select("seq").executeTakeFirstOrThrow();
        expect(seq).toBe(7);
      });
      expect(await readdir(join(folder, "backups")).catch(() => [])).toEqual([]);
    });

    it("two that start at once make one schema", async () => {
      await using(open(), async (db) => {
        await sql`DROP SCHEMA plimsoll CASCADE`.execute(db.queries);
        await sql`CREATE SCHEMA plimsoll`.execute(db.queries);
        await Promise.all([migrate(db), migrate(db)]);
        expect(await schemaVersion(db.queries)).toBe(newest);
      });
    });

    it("a later one is applied without a backup of nothing, and after one of what is there", async () => {
      const empty = await openDatabase({ memory: true }, { now, backups: join(folder, "backups"), migrations: later });
      await empty.close();
      expect(await readdir(join(folder, "backups")).catch(() => [])).toEqual([]);
      await using(open(), (db) =>
        db.queries.insertInto("alias").values({ kind: "risk", former_id: "a", id: "b" }).execute(),
      );
      await using(open(later), async (db) => {
        await sql`SELECT colour FROM risk`.execute(db.queries);
      });
      const backups = await readdir(join(folder, "backups"));
      expect(backups).toEqual([`before-migration-${newest + 1}-20261120T090000000Z.ndjson.gz`]);
    });

    it("each earlier schema is brought up to date with what it holds", async () => {
      const kept = { kind: "risk", former_id: "old", id: "new" };
      const schema = (db: Database) =>
        sql`SELECT tablename, indexdef FROM pg_indexes WHERE schemaname = 'plimsoll' ORDER BY tablename, indexdef`
          .execute(db.queries)
          .then(({ rows }) => rows);
      const fresh = await using(openDatabase({ memory: true }, { now, backups: folder }), schema);
      for (let version = 1; version < newest; version++) {
        const earlier = join(folder, `up-to-${version}`);
        await cp(own, earlier, { recursive: true });
        for (const name of (await readdir(earlier)).sort().slice(version)) await rm(join(earlier, name));
        const place = placeOf(await newDatabase());
        const options = { now, backups: join(folder, `backups-${version}`) };
        const migrations = pathToFileURL(`${earlier}/`);
        await using(openDatabase(place, { ...options, migrations }), async (db) => {
          expect(await schemaVersion(db.queries)).toBe(version);
          await db.queries.insertInto("alias").values(kept).execute();
        });
        await using(openDatabase(place, options), async (db) => {
          expect(await schemaVersion(db.queries)).toBe(newest);
          expect(await schema(db)).toEqual(fresh);
          expect(await db.queries.selectFrom("alias").selectAll().execute()).toEqual([kept]);
          const [backup] = await readdir(options.backups);
          await restoreBackup(db, join(options.backups, backup!), "replace");
          expect(await schema(db)).toEqual(fresh);
          expect(await db.queries.selectFrom("alias").selectAll().execute()).toEqual([kept]);
        });
      }
    });

    it("a schema newer than the program is refused, and left as it is", async () => {
      await expect(open()).rejects.toMatchObject({
        code: "newer-schema",
        message: `schema version ${newest + 1}: newer than version ${newest}, which this program knows`,
      });
      await using(open(later), (db) => sql`SELECT colour FROM risk`.execute(db.queries));
    });

    it("a schema made by another text of the same migration is refused", async () => {
      const first = join(new URL(later).pathname, (await readdir(own))[0]!);
      await writeFile(first, `${await readFile(first, "utf8")}-- edited\n`);
      await expect(open(later)).rejects.toMatchObject({ code: "newer-schema" });
    });
  },
  ["PGlite in a folder", "Postgres"],
);

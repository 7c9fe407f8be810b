import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { onBothDatabases } from "../../test/harness/database.ts";
import { createPostgresDatabase } from "../../test/harness/postgres.ts";
import { placeOf } from "../../test/harness/register.ts";
import type { Database } from "./database.ts";
import { openDatabase } from "./open-database.ts";

const now = new Date("2026-11-20T09:00:00Z");

onBothDatabases("a database", (newDatabase) => {
  let db: Database;
  beforeAll(async () => {
    db = await openDatabase(placeOf(await newDatabase()), { now });
  });
  afterAll(() => db.close());

  it("hands dates, instants, 64-bit integers and JSON over alike", async () => {
    const { rows } =
      await sql`SELECT '2026-03-29'::date AS day, '2026-03-29T00:30:00.123+05:45'::timestamptz AS instant,
      9007199254740991::bigint AS big, '{"b": [1, null], "a": 1e-7}'::jsonb AS json, ${["x", 'y"z']}::text[] AS list,
      to_jsonb('2026-03-29T00:30:00Z'::timestamptz) AS stamp`.execute(db.queries);
    expect(rows).toEqual([
      {
        day: "2026-03-29",
        instant: "2026-03-28T18:45:00.123Z",
        big: 9007199254740991,
        json: { a: 1e-7, b: [1, null] },
        list: ["x", 'y"z'],
        stamp: "2026-03-29T00:30:00+00:00",
      },
    ]);
  });

  it("undoes a transaction that throws, and keeps statements from outside out of it", async () => {
    const note = (id: string) => ({ kind: "test", former_id: id, id });
    let outside: Promise<unknown> | undefined;
    const work = db.transaction(async (queries) => {
      await queries.insertInto("alias").values(note("inside")).execute();
      outside = db.queries.insertInto("alias").values(note("outside")).execute();
      await queries.selectFrom("alias").selectAll().execute();
      throw new Error("given up");
    });
    await expect(work).rejects.toThrow("given up");
    await outside;
    const kept = await db.queries.selectFrom("alias").select("id").where("kind", "=", "test").execute();
    expect(kept).toEqual([{ id: "outside" }]);
  });
});

describe("a database that cannot be opened", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "plimsoll-open-"));
    await writeFile(join(folder, "file"), "");
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it.each([
    [
      "a port where nothing answers",
      "postgres://u:secret@127.0.0.1:1/x",
      "database 127.0.0.1:1/x: nothing answers there",
    ],
    ["no URL", "nonsense://", "database"],
  ])("%s is refused without its password", async (_, url, message) => {
    const refusal = await openDatabase({ url }, { now }).catch((error: Error) => error);
    expect(refusal).toMatchObject({ name: "StoreRefusal", message: expect.stringContaining(message) });
    expect(String(refusal)).not.toContain("secret");
  });

  it("a server without the database is refused", async () => {
    const server = await createPostgresDatabase();
    const url = Object.assign(new URL(server.url), { pathname: "/not-there" }).href;
    await expect(openDatabase({ url }, { now })).rejects.toMatchObject({
      code: "not-found",
      message: expect.stringMatching(/\/not-there: no such database$/),
    });
    await server.drop();
  });

  it("a file in place of a folder is refused", async () => {
    await expect(openDatabase({ dataDir: join(folder, "file") }, { now })).rejects.toMatchObject({
      code: "invalid-input",
      message: expect.stringContaining("cannot be written (EEXIST)"),
    });
  });
});

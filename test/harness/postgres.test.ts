import pg from "pg";
import { expect, it } from "vitest";
import { onBothDatabases } from "./database.ts";
import { createPostgresDatabase } from "./postgres.ts";

const query = async (url: string, text: string) => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
};

it("gives each asker an empty database of its own, on one server", async () => {
  const [a, b] = await Promise.all([createPostgresDatabase(), createPostgresDatabase()]);
  await query(a.url, "CREATE TABLE risk (id text)");
  expect(await query(b.url, "SELECT tablename FROM pg_tables WHERE schemaname = 'public'")).toEqual([]);
  expect(new URL(a.url).port).toBe(new URL(b.url).port);
  await Promise.all([a.drop(), b.drop()]);
});

it("drops a database that is still in use", async () => {
  const database = await createPostgresDatabase();
  const left = new pg.Client({ connectionString: database.url });
  left.on("error", () => {});
  await left.connect();
  await database.drop();
  await expect(query(database.url, "SELECT 1")).rejects.toThrow("does not exist");
});

// Another server, named by hand, sorts as it was set up.
it.runIf(!process.env.PLIMSOLL_TEST_POSTGRES)(
  "sorts text unlike the C locale, so that an ORDER BY without COLLATE shows",
  async () => {
    const database = await createPostgresDatabase();
    expect(await query(database.url, "SELECT x FROM unnest(ARRAY['B','a','_c']) AS x ORDER BY x")).toEqual([
      { x: "_c" },
      { x: "a" },
      { x: "B" },
    ]);
    await database.drop();
  },
);

const seen: string[] = [];
onBothDatabases("a suite on both databases", (newDatabase) => {
  it("is given another database at each call", async () => {
    const [first, second] = [await newDatabase(), await newDatabase()];
    seen.push(first.kind);
    if (first.kind === "postgres" && second.kind === "postgres") {
      expect(first.url).not.toBe(second.url);
      expect(await query(first.url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
    } else if (first.kind === "pglite" && second.kind === "pglite") {
      if (first.dataDir !== null) expect(first.dataDir).not.toBe(second.dataDir);
    } else expect.unreachable(`two kinds in one suite: ${first.kind}, ${second.kind}`);
  });
});

it("ran that suite in three places", () => {
  expect(seen).toEqual(["pglite", "pglite", "postgres"]);
});

import { createHash } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createPostgresDatabase, type PostgresDatabase } from "../../test/harness/postgres.ts";
import type { Database } from "./database.ts";
import { openDatabase } from "./open-database.ts";
import { restoreBackup } from "./restore-backup.ts";
import { writeBackup } from "./write-backup.ts";

const now = new Date("2026-11-20T09:00:00Z");
/** Bytes of every value, more of them than a backup reads at once. */
const auditReport = Buffer.from(Uint8Array.from({ length: 1_500_000 }, (_, k) => (k * 7) % 256));

describe("backup and restore", () => {
  let folder: string;
  let server: PostgresDatabase;
  let pglite: Database;
  let postgres: Database;
  const path = (name: string) => join(folder, name);
  const lines = async (name: string) => gunzipSync(await readFile(path(name))).toString();

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "plimsoll-backup-"));
    server = await createPostgresDatabase();
    pglite = await openDatabase({ memory: true }, { now });
    postgres = await openDatabase({ url: server.url }, { now });
    await fill(pglite);
  });
  afterAll(async () => {
    await pglite.close();
    await postgres.close();
    await server.drop();
    await rm(folder, { recursive: true, force: true });
  });

  it("goes from PGlite to Postgres and back, every line the same", async () => {
    await writeBackup(pglite, path("pglite.gz"), now);
    const header = await restoreBackup(postgres, path("pglite.gz"), "refuse");
    expect(header.counts).toMatchObject({ event: 1500, risk: 1, alias: 1, token: 1, job: 1 });
    await writeBackup(postgres, path("postgres.gz"), now);
    expect(await lines("postgres.gz")).toBe(await lines("pglite.gz"));
    await restoreBackup(pglite, path("postgres.gz"), "replace");
    await writeBackup(pglite, path("again.gz"), now);
    expect(await lines("again.gz")).toBe(await lines("pglite.gz"));
  });

  it("keeps reports of audits byte by byte", async () => {
    const rows = await postgres.queries
      .selectFrom("audit_content")
      .select(["report", "counts"])
      .orderBy("id")
      .execute();
    expect(rows).toHaveLength(5);
    for (const [k, { report, counts }] of rows.entries()) {
      expect(Buffer.compare(Buffer.from(report), auditReport)).toBe(0);
      expect([...counts]).toEqual([0, 255, k]);
    }
  });

  it("keeps studies, workshops and votes that are still blind", async () => {
    const ballots = await postgres.queries.selectFrom("ballot").selectAll().execute();
    expect(ballots).toEqual([
      { workshop: "w", voter: "p", risk: "r", vote: { likelihood: 2, impact: 3, reason: "ö\n" } },
    ]);
    const study = await postgres.queries.selectFrom("study").select(["id", "kind", "system", "version"]).execute();
    expect(study).toEqual([{ id: "a", kind: "ahp", system: null, version: 3 }]);
    const workshops = await postgres.queries.selectFrom("workshop").select(["record"]).execute();
    expect(workshops).toEqual([{ record: { id: "a", state: "open" } }]);
  });

  it("computes generated columns again and goes on counting where it was", async () => {
    const row = await postgres.queries.selectFrom("risk").select(["system", "owner"]).executeTakeFirst();
    expect(row).toEqual({ system: "s", owner: "ö " });
    const counter = await postgres.queries.selectFrom("event_counter").select("seq").executeTakeFirst();
    expect(counter).toEqual({ seq: 1500 });
  });

  it("into a database that holds something is refused", async () => {
    await expect(restoreBackup(postgres, path("pglite.gz"), "refuse")).rejects.toMatchObject({
      code: "already-exists",
    });
  });

  describe("refuses, and writes nothing of,", () => {
    const signed = (text: string) =>
      `${text}${JSON.stringify({ sha256: createHash("sha256").update(text).digest("hex") })}\n`;
    const damages: [string, (text: string, bytes: Buffer) => Buffer | Promise<Buffer>, string][] = [
      ["a file that was cut", (_, bytes) => bytes.subarray(0, bytes.length - 20), "invalid-input"],
      ["a file that was cut at a line", (text) => gzipSync(text.split("\n").slice(0, -2).join("\n")), "invalid-input"],
      [
        "a changed value",
        (text) => gzipSync(text.replace('"verb": "risk.created"', '"verb": "risk.altered"')),
        "invalid-input",
      ],
      [
        "a missing row under a right checksum",
        (text) => gzipSync(signed(`${text.split("\n").slice(0, -3).join("\n")}\n`)),
        "invalid-input",
      ],
      ["an empty file", () => Buffer.alloc(0), "invalid-input"],
      ["something else that is gzipped", () => gzipSync("version: 1\n"), "invalid-input"],
      ["something that is not gzipped", () => Buffer.from("version: 1\n"), "invalid-input"],
      [
        "a newer schema",
        (text) =>
          gzipSync(
            signed(
              `${text
                .replace(/"schemaVersion":\d+/, '"schemaVersion":99')
                .split("\n")
                .slice(0, -2)
                .join("\n")}\n`,
            ),
          ),
        "newer-schema",
      ],
    ];
    for (const [what, damage, code] of damages)
      it(what, async () => {
        const text = await lines("pglite.gz");
        const damaged = await damage(text, await readFile(path("pglite.gz")));
        expect(damaged.equals(await readFile(path("pglite.gz")))).toBe(false);
        await writeFile(path("damaged.gz"), damaged);
        await expect(restoreBackup(pglite, path("damaged.gz"), "replace")).rejects.toMatchObject({ code });
        await writeBackup(pglite, path("after.gz"), now);
        expect(await lines("after.gz")).toBe(text);
      });
    it("a file that is not there", async () => {
      await expect(restoreBackup(pglite, path("nothing.gz"), "replace")).rejects.toMatchObject({
        code: "invalid-input",
      });
    });
  });
});

/** Every table, more events than are read at once, and texts that need care: U+2028, quotes, a newline, an emoji. */
async function fill({ queries }: Database): Promise<void> {
  const at = "2026-11-20T08:00:00.123Z";
  const record = {
    id: "r",
    system: "s",
    category: "c",
    owner: "ö ",
    event: '"\\\n\u2028🚢',
    weight: 1e-7,
    big: 12345678901234,
  };
  const kept = { version: 1, created_at: at, changed_at: at };
  await queries
    .insertInto("risk")
    .values({ id: "r", record: JSON.stringify(record), ...kept, retired_on: "2026-11-20" })
    .execute();
  for (let k = 0; k < 5; k++)
    await queries
      .insertInto("audit_content")
      .values({ id: `au-${k}`, report: auditReport, counts: Buffer.from([0, 255, k]) })
      .execute();
  await queries
    .insertInto("ballot")
    .values({ workshop: "w", voter: "p", risk: "r", vote: '{"likelihood":2,"impact":3,"reason":"ö\\n"}' })
    .execute();
  const study = '{"id":"a","kind":"ahp","document":{"items":["x","y"]}}';
  for (const [table, record] of [
    ["study", study],
    ["workshop", '{"id":"a","state":"open"}'],
  ] as const)
    await queries
      .insertInto(table)
      .values({ id: "a", record, version: 3, created_at: at, changed_at: at, retired_on: null })
      .execute();
  await queries.insertInto("alias").values({ kind: "risk", former_id: "q", id: "r" }).execute();
  await queries
    .insertInto("token")
    .values({ id: "t", holder: "{}", hash: "h", created_at: at, expires_at: null, revoked_at: null })
    .execute();
  await queries
    .insertInto("job")
    .values({
      id: "j",
      kind: "k",
      payload: "[1,null]",
      state: "waiting",
      due_at: at,
      max_attempts: 1,
      idempotency_key: "k",
      created_at: at,
    })
    .execute();
  for (let seq = 1; seq <= 1500; seq++)
    await queries
      .insertInto("event")
      .values({
        seq,
        id: `ev_${seq}`,
        recorded_at: at,
        effective_at: at,
        actor: '{"kind":"system","id":"test"}',
        verb: "risk.created",
        subject_kind: "risk",
        subject_id: `r-${seq}`,
        after: JSON.stringify(record),
        cause: seq === 2 ? ["ev_1", 'a "quoted", one'] : [],
      })
      .execute();
  await queries.updateTable("event_counter").set({ seq: 1500 }).execute();
}

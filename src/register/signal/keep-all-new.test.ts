import { sql } from "kysely";
import { afterAll, beforeAll, expect, it } from "vitest";
import { onBothDatabases } from "../../../test/harness/database.ts";
import { readPayload, signalLike } from "../../../test/harness/read-payload.ts";
import { contextOf, openOn } from "../../../test/harness/register.ts";
import type { Database } from "../../store/database.ts";
import { newestSeq } from "../event/newest-seq.ts";
import { createRecord } from "../record/create-record.ts";
import { keepAllNew, keepReceived, type ReadPayload } from "./keep-received.ts";

const assign = () => null;

onBothDatabases(
  "signals that are all new",
  (newDatabase) => {
    let db: Database;
    let other: Database;
    let revision = 0;
    beforeAll(async () => {
      const target = await newDatabase();
      db = await openOn(target);
      other = target.kind === "postgres" ? await openOn(target) : db;
      await createRecord(contextOf(db), "system", { id: "churn" });
      revision = await newestSeq(contextOf(db));
    });
    afterAll(async () => {
      await db.close();
      if (other !== db) await other.close();
    });
    const tables = ["signal", "receipt", "receipt_payload", "event", "signal_source"];
    /** Every row of every table, without what is drawn by lot. */
    const everything = async (of: string) => {
      const found: string[] = [];
      for (const table of tables) {
        const { rows } = await sql<{ row: string }>`
          SELECT to_jsonb(kept)::text AS row FROM ${sql.table(table)} AS kept`.execute(db.queries);
        found.push(...rows.map(({ row }) => `${table} ${row}`).filter((row) => row.includes(of)));
      }
      return found
        .map((row) => row.replaceAll(/(?:rc-|ev_|sg-)[0-9a-z]{26}|"seq": \d+/g, "…").replaceAll(of, "…"))
        .map((row) => row.replaceAll(/"(?:sha256|payload)": "[^"]*"/g, "…"))
        .sort();
    };
    const payloads = (source: string): ReadPayload[] => {
      const name = `/v1/signals/${source}`;
      const about = { ...readPayload([]).about, name };
      const open = signalLike({ source, id: "alert", state: "open", occurredAt: "2026-11-20T07:00:00.000Z" });
      return [
        readPayload([signalLike({ source, id: "a" }), signalLike({ source, id: "a" }), open], { about }),
        readPayload([signalLike({ source, id: "b", metric: null }), { ...open, state: "resolved" }], { about }),
        readPayload([signalLike({ source, id: "b" })], { about }),
      ];
    };

    it("are kept in one statement as in one transaction", async () => {
      const quick = await keepAllNew({ db }, payloads("of-quick"), { assign, revision });
      const slow = await keepReceived({ db }, payloads("of-slow"), assign);
      const plain = (answers: typeof slow) =>
        JSON.parse(JSON.stringify(answers).replaceAll(/(?:rc-|sg-)[0-9a-z]{26}|of-(?:quick|slow)/g, "…"));
      expect(plain(quick!)).toEqual(plain(slow));
      expect(quick!.map(({ stored, duplicate }) => [stored, duplicate])).toEqual([
        [2, 1],
        [2, 0],
        [0, 1],
      ]);
      expect(await everything("of-quick")).toEqual(await everything("of-slow"));
      expect((await everything("of-quick")).length).toBeGreaterThan(5);
    });

    it("leave nothing where one of them is known, or a record has changed since", async () => {
      const before = await newestSeq(contextOf(db));
      const mixed = [readPayload([signalLike({ source: "of-none", id: "x" })]), ...payloads("of-quick")];
      expect(await keepAllNew({ db }, mixed, { assign, revision })).toBeNull();
      await createRecord(contextOf(db), "system", { id: "later" });
      expect(await keepAllNew({ db }, mixed.slice(0, 1), { assign, revision })).toBeNull();
      expect(await everything("of-none")).toEqual([]);
      expect(await newestSeq(contextOf(db))).toBe(before + 1);
      revision = before + 1;
      expect(await keepAllNew({ db }, mixed.slice(0, 1), { assign, revision })).not.toBeNull();
    });

    it("from two servers at once are each kept once, and events have no gap", async () => {
      const send = async (on: Database, k: number, id: string) => {
        const payload = [readPayload([signalLike({ source: "of-both", id })])];
        const quick = await keepAllNew({ db: on }, payload, { assign, revision });
        const [answer] = quick ?? (await keepReceived({ db: on }, payload, assign));
        return { k, ...answer! };
      };
      const first = await newestSeq(contextOf(db));
      const sent = await Promise.all(
        Array.from({ length: 80 }, (_, k) => send(k % 2 === 0 ? db : other, k, `${Math.floor(k / 2)}`)),
      );
      expect(sent.reduce((sum, { stored }) => sum + stored, 0)).toBe(40);
      expect(sent.reduce((sum, { duplicate }) => sum + duplicate, 0)).toBe(40);
      const { rows } = await sql<{ seq: number; agrees: boolean }>`
        SELECT event.seq, receipt.id = subject_id AS agrees FROM event JOIN receipt USING (seq)
        WHERE event.seq > ${first} ORDER BY event.seq`.execute(db.queries);
      expect(rows).toEqual(Array.from({ length: 40 }, (_, k) => ({ seq: first + 1 + k, agrees: true })));
    });
  },
  ["PGlite in memory", "Postgres"],
);

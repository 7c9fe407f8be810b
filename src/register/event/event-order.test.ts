import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, it } from "vitest";
import { onBothDatabases } from "../../../test/harness/database.ts";
import { contextOf, openOn } from "../../../test/harness/register.ts";
import type { Database } from "../../store/database.ts";
import { createRecord } from "../record/create-record.ts";
import { appendEvents, selectNewestSeq, selectSeqRecordedBy } from "./event-queries.ts";
import { listEvents } from "./list-events.ts";
import { newEvent } from "./new-event.ts";
import { onEvents } from "./on-events.ts";
import { readEvent } from "./read-event.ts";
import { readEventsAfter } from "./read-events-after.ts";

onBothDatabases(
  "events",
  (newDatabase) => {
    let db: Database;
    let other: Database;
    beforeAll(async () => {
      const target = await newDatabase();
      db = await openOn(target);
      other = target.kind === "postgres" ? await openOn(target) : db;
    });
    afterAll(async () => {
      await db.close();
      if (other !== db) await other.close();
    });
    const event = (id: string) =>
      newEvent(contextOf(db), { verb: "test.noted", subject: { kind: "portfolio", id }, before: null, after: null });

    it("a reader who follows by seq misses none of many concurrent transactions, and seq has no gap", async () => {
      const writers = Array.from({ length: 12 }, async (_, writer) => {
        const on = writer % 2 === 0 ? db : other;
        for (let i = 0; i < 10; i++) {
          const work = on.transaction(async (queries) => {
            await sql`SELECT pg_sleep(${((writer * 7 + i * 3) % 5) / 1000})`.execute(queries);
            await appendEvents(queries, [event(`${writer}-${i}`), event(`${writer}-${i}-second`)]);
            if (i % 4 === 3) throw new Error("given up");
          });
          await work.catch(() => {});
        }
      });
      let isWriting = true;
      const seen: number[] = [];
      const reader = (async () => {
        for (;;) {
          const last = !isWriting;
          for (const { seq } of await readEventsAfter(contextOf(other), seen.at(-1) ?? 0)) seen.push(seq);
          if (last) return;
          await sleep(1);
        }
      })();
      await Promise.all(writers);
      isWriting = false;
      await reader;
      expect(seen).toEqual(Array.from({ length: 12 * 8 * 2 }, (_, index) => index + 1));
    });

    it("what was recorded by a moment ends with the last event recorded by then, though clocks differ", async () => {
      const before = await selectNewestSeq(db.queries);
      const start = Date.parse("2027-01-01T00:00:00Z");
      const hours = Array.from({ length: 120 }, (_, k) => 3 * k + ((k * 7919) % 23));
      const at = (hour: number) => new Date(start + hour * 3_600_000).toISOString();
      await db.transaction((queries) =>
        appendEvents(
          queries,
          hours.map((hour, k) => ({ ...event(`clock-${k}`), recordedAt: at(hour) })),
        ),
      );
      const newest = await selectNewestSeq(db.queries);
      for (const upTo of [newest, newest - 31, newest - 90])
        for (let hour = -1; hour < 400; hour += 7) {
          const known = hours.slice(0, upTo - before);
          const expected = known.findLastIndex((recorded) => recorded <= hour);
          const found = await selectSeqRecordedBy(db.queries, new Date(at(hour)), upTo);
          expect(found, `${at(hour)} up to ${upTo}`).toBe(before + expected + 1);
        }
    });

    it("seq rises in the order of commits", async () => {
      const committed: string[] = [];
      const commit = async (id: string, on: Database, beforeMs: number) => {
        await on.transaction(async (queries) => {
          await sql`SELECT 1`.execute(queries);
          await sleep(beforeMs);
          await appendEvents(queries, [event(id)]);
        });
        committed.push(id);
      };
      const slow = commit("began first", db, 60);
      await Promise.all([slow, commit("began second", other, 5)]);
      const [second, first] = await listEvents(contextOf(db), { limit: 2 });
      expect([first!.subject.id, second!.subject.id]).toEqual(committed);
    });

    it("each commit is told to listeners, also on another connection, after it can be read", async () => {
      const told: (number | null)[] = [];
      const end = await onEvents(other, (seq) => told.push(seq));
      await createRecord(contextOf(db), "system", { id: "told" });
      const [last] = await listEvents(contextOf(db), { limit: 1 });
      await expect.poll(() => told).toEqual([last!.seq]);
      await end();
      await createRecord(contextOf(db), "system", { id: "not-told" });
      await sleep(50);
      expect(told).toHaveLength(1);
    });

    it("are found by kind, id, verb, actor, and page by page", async () => {
      const ctx = contextOf(db, { id: "omar" });
      await createRecord(ctx, "control", { id: "found", status: "planned" });
      expect(await listEvents(ctx, { actor: "omar" })).toMatchObject([{ subject: { kind: "control", id: "found" } }]);
      expect(await listEvents(ctx, { kind: "control" })).toHaveLength(1);
      expect(await listEvents(ctx, { kind: "system", id: "found" })).toEqual([]);
      expect(await listEvents(ctx, { verb: "system.created" })).toHaveLength(2);
      const all = await listEvents(ctx, { order: "oldest-first", limit: 500 });
      const pages = [];
      for (let before: number | undefined; ; ) {
        const page = await listEvents(ctx, { limit: 50, ...(before === undefined ? {} : { before }) });
        if (page.length === 0) break;
        pages.push(...page);
        before = page.at(-1)!.seq;
      }
      expect(pages.reverse()).toEqual(all);
      expect(await readEvent(ctx, all[0]!.id)).toEqual(all[0]);
      await expect(readEvent(ctx, "ev_none")).rejects.toMatchObject({ code: "not-found" });
    });

    it("are never changed or removed", async () => {
      for (const attempt of [sql`UPDATE event SET verb = 'x' WHERE seq = 1`, sql`DELETE FROM event WHERE seq = 1`])
        await expect(attempt.execute(db.queries)).rejects.toThrow("event 1: events are never changed or removed");
    });
  },
  ["PGlite in memory", "Postgres"],
);

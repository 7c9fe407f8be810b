import fc from "fast-check";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { onBothDatabases } from "../../../test/harness/database.ts";
import { readPayload, signalLike } from "../../../test/harness/read-payload.ts";
import { contextOf, openOn } from "../../../test/harness/register.ts";
import type { Signal } from "../../contract/signal.ts";
import type { Database } from "../../store/database.ts";
import { listEvents } from "../event/list-events.ts";
import { keepReceived, type ReadPayload } from "./keep-received.ts";
import { listSignals } from "./list-signals.ts";
import { listSources } from "./list-sources.ts";
import { readReceipt } from "./read-receipt.ts";
import { readSignal } from "./read-signal.ts";
import { signalId } from "./signal-id.ts";

const bySystem = ({ labels: { system } }: Pick<Signal, "labels">) =>
  system === undefined ? null : { system, rule: "system-label" };

onBothDatabases(
  "received signals",
  (newDatabase) => {
    let db: Database;
    beforeAll(async () => {
      db = await openOn(await newDatabase());
    });
    afterAll(() => db.close());
    const keep = (...payloads: ReadPayload[]) => keepReceived({ db }, payloads, bySystem);
    const statuses = async (payload: ReadPayload) => (await keep(payload))[0]!.items.map(({ status }) => status);

    it("are kept with their receipt and one event of the batch's hash, and read as they came", async () => {
      const signals = [
        signalLike({ id: "a", labels: { system: "churn", model: "m" }, window: null }),
        signalLike({ id: "b", occurredAt: "2026-11-20T07:00:00.000Z", reading: { kind: "share", count: 3, of: 7 } }),
      ];
      const refused = [{ position: 2, path: "rows[2].value", message: 'value "x" is no number; send a number' }];
      const payload = readPayload(signals, { refused });
      const [answer] = await keep(payload);
      expect(answer).toMatchObject({ stored: 2, duplicate: 0, refused: 1, unassigned: 1, format: "readings" });
      expect(answer!.items).toMatchObject([
        { position: 0, status: "stored", id: "a", system: "churn", unassigned: false, problem: null },
        { position: 1, status: "stored", id: "b", system: null, unassigned: true },
        { position: 2, status: "refused", id: null, problem: { path: "rows[2].value" } },
      ]);
      const [event] = await listEvents(contextOf(db), { kind: "receipt" });
      expect(event).toMatchObject({
        verb: "signals.received",
        actor: { kind: "service", id: "ci" },
        subject: { id: answer!.receipt },
        after: { sha256: payload.about.sha256, stored: 2, duplicate: 0, refused: 1, unassigned: 1, systems: ["churn"] },
      });
      const receipt = await readReceipt(contextOf(db), answer!.receipt!);
      expect(receipt).toMatchObject({
        receivedAt: "2026-11-20T09:00:00.000Z",
        payload: JSON.stringify(signals),
        payloadState: "kept",
        record: { ...payload.about, stored: 2, refused: 1, refusedItems: refused },
      });
      const detail = await readSignal(contextOf(db), answer!.items[0]!.signal!);
      expect(detail).toMatchObject({ signal: signals[0], state: "observed", system: "churn", resolution: null });
      expect(detail.received).toEqual([{ ...receipt, brought: "fact" }]);
      const { items } = await listSignals(contextOf(db), { limit: 10, receipt: answer!.receipt! });
      expect(items.map(({ signal }) => signal)).toEqual(signals);
    });

    it("that are known are said to be, and leave nothing twice: in a batch, beside it and after it", async () => {
      const before = await listEvents(contextOf(db));
      const twice = readPayload([signalLike({ id: "twice" }), signalLike({ id: "twice", summary: "again" })]);
      const [first, second] = await keep(twice, readPayload([signalLike({ id: "twice" }), signalLike({ id: "a" })]));
      expect(first!.items.map(({ status }) => status)).toEqual(["stored", "duplicate"]);
      expect(second).toMatchObject({ receipt: null, stored: 0, duplicate: 2 });
      expect(await statuses(twice)).toEqual(["duplicate", "duplicate"]);
      expect(await listEvents(contextOf(db))).toHaveLength(before.length + 1);
      const kept = await readSignal(contextOf(db), signalId("/monitors/churn", "twice"));
      expect(kept.signal.summary).toBe("f1 0.71");
      const { items } = await listSources(contextOf(db));
      expect(items).toMatchObject([{ source: "/monitors/churn", format: "readings", signals: 3, duplicates: 5 }]);
    });

    it("are resolved once, and what opened them stays", async () => {
      const open = signalLike({ id: "alert", state: "open", producerVerdict: "breach", labels: { system: "churn" } });
      const resolved = signalLike({
        id: "alert",
        state: "resolved",
        occurredAt: "2026-11-20T10:00:00.000Z",
        summary: "over",
      });
      expect(await statuses(readPayload([open]))).toEqual(["stored"]);
      expect((await listSignals(contextOf(db), { limit: 10, state: "open" })).items).toMatchObject([{ signal: open }]);
      expect(await statuses(readPayload([resolved]))).toEqual(["stored"]);
      expect(await statuses(readPayload([resolved, open]))).toEqual(["duplicate", "duplicate"]);
      expect(await readSignal(contextOf(db), signalId(open.source, "alert"))).toMatchObject({
        signal: open,
        resolution: resolved,
        state: "resolved",
        resolvedAt: "2026-11-20T10:00:00.000Z",
        system: "churn",
        received: [{ brought: "fact" }, { brought: "resolution" }],
      });
      expect((await listSignals(contextOf(db), { limit: 10, state: "open" })).items).toEqual([]);
    });

    it("in whatever order and batches, with whatever repetitions, are the same signals", async () => {
      const facts = ["x", "y", "z"].flatMap((id, index) => [
        signalLike({ id, state: "open", labels: { system: "churn" }, occurredAt: `2026-11-20T0${index}:00:00.000Z` }),
        signalLike({
          id,
          state: "resolved",
          summary: "over",
          labels: index === 1 ? { system: "other" } : {},
          occurredAt: `2026-11-20T0${index + 3}:00:00.000Z`,
        }),
      ]);
      let run = 0;
      const asSource = (source: string) => async (batches: readonly (readonly number[])[]) => {
        for (const batch of batches) await keep(readPayload(batch.map((which) => ({ ...facts[which]!, source }))));
        const { items } = await listSignals(contextOf(db), { limit: 500, state: "resolved" });
        return items
          .filter(({ signal }) => signal.source === source)
          .map(({ id: _, signal: { source: __, ...signal }, ...rest }) => ({ ...rest, signal }));
      };
      const inOrder = await asSource("in-order")([[0, 1, 2, 3, 4, 5]]);
      expect(inOrder).toHaveLength(3);
      const orders = fc
        .shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6 })
        .chain((order) =>
          fc.tuple(fc.constant(order), fc.array(fc.nat(5), { maxLength: 4 }), fc.array(fc.nat(9), { maxLength: 3 })),
        );
      await fc.assert(
        fc.asyncProperty(orders, async ([order, again, cuts]) => {
          const all = [...order, ...again];
          const ends = [...new Set([...cuts.filter((cut) => cut < all.length), all.length])].sort((a, b) => a - b);
          const batches = ends.map((end, index) => all.slice(index === 0 ? 0 : ends[index - 1], end));
          expect(await asSource(`run-${run++}`)(batches)).toEqual(inOrder);
        }),
        { numRuns: 30 },
      );
    });

    it("late ones land where they belong, and pages follow each other without a gap", async () => {
      const source = "/late";
      const hours = [5, 1, 3, 1, 4];
      for (const [index, hour] of hours.entries())
        await keep(
          readPayload([
            signalLike({ source, id: `${index}`, metric: "late", occurredAt: `2026-10-01T0${hour}:00:00.000Z` }),
          ]),
        );
      const found: string[] = [];
      for (let cursor: string | undefined, more = true; more; ) {
        const page = await listSignals(contextOf(db), { limit: 2, metric: "late", cursor });
        found.push(...page.items.map(({ signal }) => signal.occurredAt.slice(11, 13)));
        cursor = page.next ?? undefined;
        more = page.next !== null;
      }
      expect(found).toEqual(["05", "04", "03", "01", "01"]);
      const since = await listSignals(contextOf(db), { limit: 9, metric: "late", since: "2026-10-01T04:00:00Z" });
      expect(since.items.map(({ signal }) => signal.id)).toEqual(["0", "4"]);
    });

    it("are all or nothing, and a sender without the right leaves nothing", async () => {
      const count = async () =>
        (await sql<{ n: number }>`SELECT count(*) AS n FROM signal`.execute(db.queries)).rows[0]!.n;
      const before = await count();
      const viewer = readPayload([signalLike({ id: "never" })], { actor: contextOf(db, { role: "viewer" }).actor });
      await expect(keep(viewer)).rejects.toMatchObject({ code: "forbidden" });
      const broken = { ...readPayload([signalLike({ id: "never" })]), payload: undefined as never };
      await expect(keep(broken)).rejects.toThrow();
      expect(await count()).toBe(before);
    });

    it("of the longest names, of any text, and of many", async () => {
      const wide = "\u{1f6a2}".repeat(250);
      const texts = [wide, "a\\u0000b", "__proto__", "'; DROP TABLE signal; --"];
      const signals = texts.map((text) =>
        signalLike({ source: text, id: text, labels: { [text.slice(0, 50)]: text } }),
      );
      expect(await statuses(readPayload(signals))).toEqual(texts.map(() => "stored"));
      const back = await readSignal(contextOf(db), signalId(wide, wide));
      expect(back.signal).toEqual(signals[0]);
      const torn = ["\u0000", "\ud800", "a\udc00b", "\\\u0000"].map((text) => signalLike({ id: `torn${text}` }));
      expect(await statuses(readPayload([...torn, signalLike({ id: "whole" })]))).toEqual([
        ...torn.map(() => "refused"),
        "stored",
      ]);
      const many = Array.from({ length: 2500 }, (_, index) => signalLike({ id: `many-${index}` }));
      expect((await keep(readPayload(many)))[0]!.stored).toBe(2500);
      expect((await keep(readPayload(many.toReversed())))[0]!.duplicate).toBe(2500);
    });

    it("are never removed, nor is what was received", async () => {
      await expect(sql`DELETE FROM signal`.execute(db.queries)).rejects.toThrow("signals are never removed");
      for (const attempt of [sql`DELETE FROM receipt`, sql`UPDATE receipt SET seq = 0`])
        await expect(attempt.execute(db.queries)).rejects.toThrow("what was received is never changed");
    });
  },
  ["PGlite in memory", "Postgres"],
);

describe("signalId", () => {
  it("tells identities apart whose parts read alike together, and is always the same", () => {
    expect(signalId("ab", "c")).not.toBe(signalId("a", "bc"));
    expect(signalId("a", "b")).toBe(signalId("a", "b"));
    expect(signalId("/monitors/churn", "1")).toMatch(/^sg-[0-9a-hjkmnp-tv-z]{26}$/);
  });
});

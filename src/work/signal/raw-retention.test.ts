import { afterAll, beforeAll, expect, it } from "vitest";
import { onBothDatabases } from "../../../test/harness/database.ts";
import { readPayload, signalLike } from "../../../test/harness/read-payload.ts";
import { contextOf, openOn } from "../../../test/harness/register.ts";
import { changeSettings } from "../../register/change-settings.ts";
import { listEvents } from "../../register/event/list-events.ts";
import { keepReceived } from "../../register/signal/keep-received.ts";
import { readReceipt, readReceivedPayload } from "../../register/signal/read-receipt.ts";
import { readSignal } from "../../register/signal/read-signal.ts";
import type { Database } from "../../store/database.ts";
import { runDueJob } from "../jobs.ts";
import { enqueueRawRetention, rawRetention, rawRetentionHandler } from "./raw-retention.ts";

onBothDatabases(
  "raw forms",
  (newDatabase) => {
    let db: Database;
    let clock: Date;
    const now = () => clock;
    beforeAll(async () => {
      db = await openOn(await newDatabase());
    });
    afterAll(() => db.close());
    const receive = async (id: string, at: string) => {
      const [answer] = await keepReceived({ db }, [readPayload([signalLike({ id })], { at })], () => null);
      return { receipt: answer!.receipt!, signal: answer!.items[0]!.signal! };
    };
    /** What a server does in a second of that time: every job that is due. */
    const tick = async (at: string) => {
      clock = new Date(at);
      const handlers = { [rawRetention]: rawRetentionHandler({ now }) };
      let done = 0;
      while (await runDueJob({ db, handlers, worker: "w", now })) done += 1;
      return done;
    };
    const state = async ({ receipt }: { receipt: string }) => (await readReceipt(contextOf(db), receipt)).payloadState;

    it("are kept ninety days, and then lose nothing but themselves", async () => {
      const old = await receive("old", "2026-08-01T10:00:00Z");
      const young = await receive("young", "2026-08-02T10:00:00Z");
      const before = await readReceipt(contextOf(db), old.receipt);
      await enqueueRawRetention(db, new Date("2026-10-29T12:00:00Z"));
      expect(await tick("2026-10-29T12:00:00Z")).toBe(1);
      expect(await state(old)).toBe("kept");
      expect(await tick("2026-10-30T11:00:00Z")).toBe(1);
      expect([await state(old), await state(young)]).toEqual(["removed", "kept"]);
      expect(await readReceipt(contextOf(db), old.receipt)).toEqual({
        ...before,
        payload: null,
        payloadState: "removed",
      });
      expect((await readSignal(contextOf(db), old.signal)).signal.id).toBe("old");
      await expect(readReceivedPayload(contextOf(db), old.receipt)).rejects.toMatchObject({
        code: "not-found",
        remedy: expect.stringContaining(before.record.sha256),
      });
      expect((await listEvents(contextOf(db), { limit: 1 }))[0]).toMatchObject({
        verb: "payloads.removed",
        actor: { kind: "system", id: "retention" },
        after: { payloads: 1, rawDays: 90 },
      });
    });

    it("are looked at once a day, by whichever server, also when days were missed", async () => {
      expect(await tick("2026-10-30T23:00:00Z")).toBe(0);
      expect(await enqueueRawRetention(db, new Date("2026-10-30T23:00:00Z"))).toBe(false);
      expect(await tick("2026-11-05T01:00:00Z")).toBe(1);
      expect(await enqueueRawRetention(db, new Date("2026-11-05T01:00:00Z"))).toBe(true);
      expect(await tick("2026-11-05T02:00:00Z")).toBe(1);
      expect(await tick("2026-11-05T03:00:00Z")).toBe(0);
    });

    it("are kept as long as the settings say", async () => {
      const signal = await receive("brief", "2026-11-05T04:00:00Z");
      await changeSettings(contextOf(db), { settings: { rawDays: 7 } });
      await tick("2026-11-12T03:00:00Z");
      expect(await state(signal)).toBe("kept");
      await tick("2026-11-13T03:00:00Z");
      expect(await state(signal)).toBe("removed");
    });
  },
  ["PGlite in memory", "Postgres"],
);

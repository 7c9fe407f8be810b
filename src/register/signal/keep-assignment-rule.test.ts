import { afterAll, beforeAll, expect, it } from "vitest";
import { onBothDatabases } from "../../../test/harness/database.ts";
import { readPayload, signalLike } from "../../../test/harness/read-payload.ts";
import { contextOf, openOn } from "../../../test/harness/register.ts";
import type { Signal } from "../../contract/signal.ts";
import type { Database } from "../../store/database.ts";
import { listEvents } from "../event/list-events.ts";
import { readRegister } from "../read-register.ts";
import { createRecord } from "../record/create-record.ts";
import { renameRecord } from "../record/rename-record.ts";
import { assignWaiting } from "./assign-waiting.ts";
import { assignerNow } from "./assigner-now.ts";
import { changeAssignmentRule, createAssignmentRule, retireAssignmentRule } from "./keep-assignment-rule.ts";
import { keepReceived } from "./keep-received.ts";
import { listAssignmentRules } from "./list-assignment-rules.ts";
import { listSignals } from "./list-signals.ts";
import { previewAssignmentRule } from "./preview-assignment-rule.ts";

onBothDatabases(
  "assignment rules",
  (newDatabase) => {
    let db: Database;
    beforeAll(async () => {
      db = await openOn(await newDatabase());
      for (const id of ["churn", "credit"]) await createRecord(contextOf(db), "system", { id });
      await receive(1500, "team", { team: "churn-eu" });
      await receive(3, "model", { model: "lr" });
      await receive(2, "system", { system: "credit", team: "churn-us" });
    });
    afterAll(() => db.close());
    const receive = async (n: number, name: string, labels: Signal["labels"]) => {
      const signals = Array.from({ length: n }, (_, index) => signalLike({ id: `${name}-${index}`, labels }));
      return keepReceived({ db }, [readPayload(signals)], await assignerNow(db.queries));
    };
    const listed = async (filter: Partial<Parameters<typeof listSignals>[1]>) =>
      (await listSignals(contextOf(db), { limit: 500, ...filter })).items;
    const rule = {
      id: "teams",
      when: { labels: [{ label: "team", matches: "churn-*" }] },
      system: "churn",
    };

    it("say before they are made what they would take, and from which other rule", async () => {
      const events = await listEvents(contextOf(db));
      const preview = await previewAssignmentRule(contextOf(db, { role: "viewer" }), rule);
      expect(preview).toMatchObject({
        waiting: { signals: 1500 },
        others: [{ rule: "system-label", system: "credit", signals: 2, first: "this-rule" }],
        looked: 2,
      });
      expect(preview.waiting.newest).toHaveLength(20);
      expect(await listEvents(contextOf(db))).toEqual(events);
    });

    it("take what waits when they are made, all of it, and nothing that is assigned", async () => {
      const { rule: made, assigned } = await createAssignmentRule(contextOf(db), rule);
      expect(assigned).toBe(1500);
      expect(made).toMatchObject({ version: 1, record: { ...rule, order: 10 } });
      expect((await listed({ assigned: "no" })).map(({ signal }) => signal.labels)).toEqual(
        Array.from({ length: 3 }, () => ({ model: "lr" })),
      );
      const taken = await listed({ system: "churn" });
      expect(taken[0]).toMatchObject({ rule: "teams", system: "churn" });
      expect((await listed({ system: "credit" })).map(({ rule }) => rule)).toEqual(["system-label", "system-label"]);
      expect((await listEvents(contextOf(db), { limit: 1 }))[0]).toMatchObject({
        verb: "assignment-rule.created",
        after: made,
      });
    });

    it("assign what comes after, in their order", async () => {
      await createAssignmentRule(contextOf(db), {
        id: "us",
        order: 5,
        when: { labels: [{ label: "team", equals: "churn-us" }] },
        system: "credit",
      });
      expect((await receive(1, "later", { team: "churn-us" }))[0]!.items[0]!.system).toBe("credit");
      const { items } = await listAssignmentRules(contextOf(db));
      expect(items.map(({ record }) => record.id)).toEqual(["us", "teams"]);
      const preview = await previewAssignmentRule(contextOf(db), { ...rule, id: "last" });
      expect(preview.others).toMatchObject([
        { rule: "teams", first: "other-rule", signals: 1500 },
        { rule: "system-label", first: "this-rule" },
        { rule: "us", first: "other-rule", signals: 1 },
      ]);
    });

    it("are changed by version and retired, with an event each; what was assigned stays", async () => {
      const change = (version: number, when: unknown) =>
        changeAssignmentRule(contextOf(db), {
          id: "us",
          rule: { id: "us", when, system: "churn" },
          ifVersion: version,
        });
      await expect(change(7, { metric: "f1" })).rejects.toMatchObject({ code: "changed-since" });
      expect(await change(1, { labels: [{ label: "model", equals: "lr" }] })).toMatchObject({
        assigned: 3,
        rule: { version: 2, record: { order: 5 } },
      });
      expect((await retireAssignmentRule(contextOf(db), "us")).retiredOn).toBe("2026-11-20");
      expect(await listed({ assigned: "no" })).toEqual([]);
      const verbs = (await listEvents(contextOf(db), { kind: "assignment-rule", id: "us" })).map(({ verb }) => verb);
      expect(verbs).toEqual(["assignment-rule.retired", "assignment-rule.changed", "assignment-rule.created"]);
    });

    it("follow a system that is renamed, as its signals do", async () => {
      await renameRecord(contextOf(db), "system", { id: "churn", to: "leavers" });
      const { assignmentRules } = await readRegister(contextOf(db));
      expect(assignmentRules.get("teams")!.record.system).toBe("leavers");
      expect((await receive(1, "renamed", { system: "churn" }))[0]!.items[0]!.system).toBe("leavers");
      const all = await listed({ system: "leavers" });
      expect(all).toHaveLength(500);
      expect(new Set(all.map(({ system }) => system))).toEqual(new Set(["leavers"]));
      expect(await listed({ system: "churn" })).toEqual(all);
    });

    it("a system that comes later gets what waited for it, once, with an event", async () => {
      await receive(2, "early", { system: "hiring" });
      expect(await assignWaiting(contextOf(db))).toBe(0);
      await createRecord(contextOf(db), "system", { id: "hiring" });
      expect(await assignWaiting(contextOf(db))).toBe(2);
      expect((await listEvents(contextOf(db), { limit: 1 }))[0]).toMatchObject({
        verb: "signals.assigned",
        after: { signals: 2, systems: ["hiring"] },
      });
      expect(await assignWaiting(contextOf(db))).toBe(0);
    });

    it("are refused that take everything, name no system, or bear the name of a built-in one", async () => {
      for (const [wrong, code] of [
        [{ ...rule, id: "x", when: {} }, "invalid-input"],
        [{ ...rule, id: "x", system: "none" }, "not-found"],
        [{ ...rule, id: "system-label" }, "invalid-input"],
        [{ ...rule, id: "teams" }, "already-exists"],
        [{ ...rule, id: "x", when: { labels: [{ label: "a" }] } }, "invalid-input"],
        [{ ...rule, id: "x", when: { labels: [{ label: "a", equals: "\u0000" }] } }, "invalid-input"],
        [{ ...rule, id: "x", when: { source: "\ud800*" } }, "invalid-input"],
        [null, "invalid-input"],
      ] as const)
        await expect(createAssignmentRule(contextOf(db), wrong)).rejects.toMatchObject({ code });
      await expect(createAssignmentRule(contextOf(db, { role: "viewer" }), rule)).rejects.toMatchObject({
        code: "forbidden",
      });
    });
  },
  ["PGlite in memory", "Postgres"],
);

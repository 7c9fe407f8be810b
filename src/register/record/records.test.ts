import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { onBothDatabases } from "../../../test/harness/database.ts";
import { contextOf, openOn } from "../../../test/harness/register.ts";
import type { Database } from "../../store/database.ts";
import { listEvents } from "../event/list-events.ts";
import { readRegister } from "../read-register.ts";
import { changeRecord } from "./change-record.ts";
import { createRecord } from "./create-record.ts";
import { listRecords } from "./list-records.ts";
import { readRecord } from "./read-record.ts";
import { renameRecord } from "./rename-record.ts";
import { restoreRecord } from "./restore-record.ts";
import { retireRecord } from "./retire-record.ts";

const risk = { id: "bias", system: "scoring", category: "ethical", event: "Unequal refusals", owner: "mara" };

onBothDatabases("verbs of records", (newDatabase) => {
  let db: Database;
  const at = (time: string) => contextOf(db, { at: time });
  beforeAll(async () => {
    db = await openOn(await newDatabase());
    const ctx = at("2026-11-20T09:00:00Z");
    await createRecord(ctx, "person", { id: "mara", name: "Mara Lind", roles: ["approver"] });
    await createRecord(ctx, "system", { id: "scoring", owner: "mara" });
    await createRecord(ctx, "control", { id: "review", status: "working" });
    await createRecord(ctx, "risk", risk);
  });
  afterAll(() => db.close());

  describe("create", () => {
    it("keeps the record with version 1", async () => {
      expect(await readRecord(at("2026-11-20T10:00:00Z"), "risk", "bias")).toEqual({
        record: risk,
        version: 1,
        createdAt: "2026-11-20T09:00:00.000Z",
        changedAt: "2026-11-20T09:00:00.000Z",
        retiredOn: null,
      });
    });
    it("refuses an id that is there", async () => {
      await expect(createRecord(at("2026-11-20T10:00:00Z"), "risk", risk)).rejects.toMatchObject({
        code: "already-exists",
        message: "risk bias: in the register already",
      });
    });
    it("refuses a reference to nothing, a level off the scale and a wrong shape, each with its place", async () => {
      const wrong = [
        [{ ...risk, id: "a", system: "nowhere" }, "/system"],
        [{ ...risk, id: "a", inherent: { likelihood: 9, impact: 2 } }, "/inherent/likelihood"],
        [{ ...risk, id: "a", owner: undefined }, "/owner"],
        [{ ...risk, id: "a", shade: "red" }, "/shade"],
      ] as const;
      for (const [input, path] of wrong)
        await expect(createRecord(at("2026-11-20T10:00:00Z"), "risk", input)).rejects.toMatchObject({
          code: "invalid-input",
          mistakes: [{ path }],
        });
      expect((await readRegister(at("2026-11-20T10:00:00Z"))).risks.has("a")).toBe(false);
    });
    it("gives a limit the id that its scope and measure make", async () => {
      const limit = { scope: "portfolio", measure: "residualScore", appetite: 8, tolerance: 15 };
      const { record } = await createRecord(at("2026-11-20T10:00:00Z"), "limit", limit);
      expect(record.id).toBe("portfolio-residual-score");
    });
  });

  describe("change", () => {
    it("raises the version, and records before and after", async () => {
      const ctx = at("2026-11-20T11:00:00Z");
      const changed = await changeRecord(ctx, "risk", { id: "bias", patch: { name: "Bias" }, ifVersion: 1 });
      expect(changed).toMatchObject({
        record: { ...risk, name: "Bias" },
        version: 2,
        changedAt: ctx.now.toISOString(),
      });
      const [event] = await listEvents(ctx, { kind: "risk", id: "bias", limit: 1 });
      expect(event).toMatchObject({
        verb: "risk.changed",
        actor: { kind: "person", id: "mara", authenticated: false },
        before: { record: risk, version: 1 },
        after: { record: { ...risk, name: "Bias" }, version: 2 },
      });
    });
    it("refuses a version that is gone", async () => {
      const change = changeRecord(at("2026-11-20T11:00:00Z"), "risk", {
        id: "bias",
        patch: { name: "B" },
        ifVersion: 1,
      });
      await expect(change).rejects.toMatchObject({ code: "changed-since" });
    });
    it("records nothing where nothing differs", async () => {
      const ctx = at("2026-11-20T11:00:00Z");
      const before = await readRegister(ctx);
      await changeRecord(ctx, "risk", { id: "bias", patch: { name: "Bias" } });
      expect(await readRegister(ctx)).toEqual(before);
    });
    it("removes a field by null, and refuses another id", async () => {
      const ctx = at("2026-11-20T11:30:00Z");
      expect((await changeRecord(ctx, "risk", { id: "bias", patch: { name: null } })).record).toEqual(risk);
      await expect(changeRecord(ctx, "risk", { id: "bias", record: { ...risk, id: "b" } })).rejects.toMatchObject({
        code: "invalid-input",
        mistakes: [{ path: "/id" }],
      });
    });
    it("of a rating keeps an assessment, which causes the change", async () => {
      const ctx = at("2026-11-20T11:45:00Z");
      await changeRecord(ctx, "risk", { id: "bias", patch: { inherent: { likelihood: 4, impact: { rights: 5 } } } });
      const [assessed, recorded] = await listEvents(ctx, { limit: 2 });
      expect(recorded).toMatchObject({
        verb: "assessment.recorded",
        after: { record: { risk: "bias", on: "2026-11-20", by: "mara", source: "form" } },
      });
      expect(assessed).toMatchObject({ verb: "risk.assessed", cause: [recorded!.id] });
    });
    it("one of two at once is refused, not lost", async () => {
      const ctx = at("2026-11-20T11:50:00Z");
      const { version } = await readRecord(ctx, "control", "review");
      const both = await Promise.allSettled(
        ["a", "b"].map((name) => changeRecord(ctx, "control", { id: "review", patch: { name }, ifVersion: version })),
      );
      expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
      expect((await readRecord(ctx, "control", "review")).version).toBe(version + 1);
    });
  });

  describe("rename", () => {
    it("keeps history, leads from the former id, and rewrites references", async () => {
      const ctx = at("2026-11-20T12:00:00Z");
      await renameRecord(ctx, "system", { id: "scoring", to: "credit" });
      expect((await readRecord(ctx, "risk", "bias")).record.system).toBe("credit");
      expect((await readRecord(ctx, "system", "scoring")).record.id).toBe("credit");
      const events = await listEvents(ctx, { kind: "system", id: "credit", order: "oldest-first" });
      expect(events.map(({ verb, subject }) => [verb, subject.id])).toEqual([
        ["system.created", "scoring"],
        ["system.renamed", "credit"],
      ]);
      const [followed] = await listEvents(ctx, { kind: "risk", id: "bias", limit: 1 });
      expect(followed!.cause).toEqual([events[1]!.id]);
    });
    it("does not give the former id to another thing", async () => {
      await expect(createRecord(at("2026-11-20T12:00:00Z"), "system", { id: "scoring" })).rejects.toMatchObject({
        code: "already-exists",
        message: "system scoring: former id of system credit",
      });
    });
    it("can be taken back", async () => {
      const ctx = at("2026-11-20T12:30:00Z");
      await renameRecord(ctx, "system", { id: "credit", to: "scoring" });
      expect((await readRecord(ctx, "system", "credit")).record.id).toBe("scoring");
      expect((await readRecord(ctx, "risk", "bias")).record.system).toBe("scoring");
    });
  });

  describe("retire and restore", () => {
    it("refuses what others refer to, naming them", async () => {
      await expect(retireRecord(at("2026-11-20T13:00:00Z"), "system", { id: "scoring" })).rejects.toMatchObject({
        code: "invalid-input",
        message: "system scoring: referred to by risk bias",
      });
    });
    it("keeps and dates the record, and takes it back", async () => {
      const ctx = at("2026-11-20T13:00:00Z");
      expect((await retireRecord(ctx, "risk", { id: "bias" })).retiredOn).toBe("2026-11-20");
      expect((await listRecords(ctx, "risk")).items).toEqual([]);
      expect((await listRecords(ctx, "risk", { retired: "included" })).total).toBe(1);
      await expect(createRecord(ctx, "risk", risk)).rejects.toMatchObject({ code: "already-exists" });
      await expect(changeRecord(ctx, "risk", { id: "bias", patch: { name: "x" } })).rejects.toMatchObject({
        code: "invalid-input",
      });
      expect((await restoreRecord(ctx, "risk", { id: "bias" })).retiredOn).toBeNull();
      const [last] = await listEvents(ctx, { limit: 1 });
      expect(last!.verb).toBe("risk.restored");
    });
  });

  it("as of each event's moment, the register is what replaying the events up to it gives", async () => {
    const ctx = at("2026-11-20T14:00:00Z");
    const now = await readRegister(ctx);
    expect(await readRegister(ctx, { asOf: new Date("2026-11-21T00:00:00Z") })).toEqual(now);
    const early = await readRegister(ctx, { asOf: new Date("2026-11-20T09:00:00Z") });
    expect(early.risks.get("bias")).toMatchObject({ version: 1, record: risk });
    const renamed = await readRegister(ctx, { asOf: new Date("2026-11-20T12:15:00Z") });
    expect([...renamed.systems.keys()]).toEqual(["credit"]);
    const none = await readRegister(ctx, { asOf: new Date("2026-11-20T08:59:59Z") });
    expect(none).toMatchObject({ revision: 0, settings: null });
    expect(none.risks.size + none.people.size).toBe(0);
  });
});

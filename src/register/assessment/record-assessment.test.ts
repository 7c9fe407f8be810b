import { afterAll, beforeAll, expect, it } from "vitest";
import { onBothDatabases } from "../../../test/harness/database.ts";
import { contextOf, openOn } from "../../../test/harness/register.ts";
import type { Database } from "../../store/database.ts";
import { changeSettings } from "../change-settings.ts";
import { listEvents } from "../event/list-events.ts";
import { createRecord } from "../record/create-record.ts";
import { readRecord } from "../record/read-record.ts";
import { renameRecord } from "../record/rename-record.ts";
import { listAssessments } from "./list-assessments.ts";
import { recordAssessment } from "./record-assessment.ts";

onBothDatabases(
  "assessing a risk",
  (newDatabase) => {
    let db: Database;
    const assess = (assessment: object, ifVersion?: number) =>
      recordAssessment(contextOf(db), {
        assessment: { risk: "bias", ...assessment },
        ...(ifVersion === undefined ? {} : { ifVersion }),
      });
    beforeAll(async () => {
      db = await openOn(await newDatabase());
      const ctx = contextOf(db);
      await changeSettings(ctx, { settings: { timeZone: "Asia/Tokyo" } });
      await createRecord(ctx, "person", { id: "mara" });
      await createRecord(ctx, "system", { id: "scoring" });
      await createRecord(ctx, "risk", { id: "bias", system: "scoring", category: "data", event: "E", owner: "mara" });
    });
    afterAll(() => db.close());

    it("keeps the judgement and rates the risk by two events, the second caused by the first", async () => {
      const { assessment, risk } = await assess({ inherent: { likelihood: 4, impact: 3 }, note: "Workshop" }, 1);
      expect(assessment.record).toMatchObject({ risk: "bias", on: "2026-11-20", by: "mara", source: "form" });
      expect(risk).toMatchObject({
        version: 2,
        record: { assessed: "2026-11-20", inherent: { likelihood: 4, impact: 3 } },
      });
      const [rated, recorded] = await listEvents(contextOf(db), { limit: 2 });
      expect([recorded!.verb, rated!.verb]).toEqual(["assessment.recorded", "risk.assessed"]);
      expect(rated!.cause).toEqual([recorded!.id]);
      expect(await readRecord(contextOf(db), "risk", "bias")).toEqual(risk);
    });

    it("keeps what is not judged anew, and lifts a judged residual by null", async () => {
      const residual = { likelihood: 1, impact: 2, basis: "judged", by: "mara", reason: "R", reviewBy: "2027-01-01" };
      expect((await assess({ residual })).risk.record).toMatchObject({ inherent: { likelihood: 4 }, residual });
      expect((await assess({ residual: null })).risk.record).not.toHaveProperty("residual");
    });

    it("one of an earlier day is kept, holds from that day, and does not rate the risk", async () => {
      const before = await readRecord(contextOf(db), "risk", "bias");
      const { risk } = await assess({ on: "2026-03-01", inherent: { likelihood: 1, impact: 1 } });
      expect(risk).toEqual(before);
      const [late] = await listEvents(contextOf(db), { limit: 1 });
      // The end of the first of March in Tokyo.
      expect(late).toMatchObject({ verb: "assessment.recorded", effectiveAt: "2026-03-01T14:59:59.999Z" });
    });

    it("is refused for a day to come, a level off the scale, an unknown risk and a version that is gone", async () => {
      await expect(assess({ on: "2026-11-21" })).rejects.toMatchObject({ mistakes: [{ path: "/on" }] });
      await expect(assess({ inherent: { likelihood: 6, impact: 1 } })).rejects.toMatchObject({
        mistakes: [{ path: "/inherent/likelihood" }],
      });
      await expect(assess({ risk: "nothing" })).rejects.toMatchObject({ code: "not-found" });
      await expect(assess({}, 1)).rejects.toMatchObject({ code: "changed-since" });
    });

    it("all are listed, the newest day first, also after the risk was renamed", async () => {
      await renameRecord(contextOf(db), "risk", { id: "bias", to: "unequal-refusals" });
      const listed = await listAssessments(contextOf(db), { risk: "unequal-refusals" });
      expect(listed.map(({ record }) => [record.on, record.risk])).toEqual([
        ...Array(3).fill(["2026-11-20", "unequal-refusals"]),
        ["2026-03-01", "unequal-refusals"],
      ]);
      expect(await listAssessments(contextOf(db), { risk: "bias" })).toEqual(listed);
    });
  },
  ["PGlite in memory", "Postgres"],
);

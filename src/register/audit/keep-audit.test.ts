import { createHash } from "node:crypto";
import { gunzipSync, gzipSync } from "node:zlib";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, it } from "vitest";
import { onBothDatabases } from "../../../test/harness/database.ts";
import { contextOf, openOn } from "../../../test/harness/register.ts";
import { smallPortfolio } from "../../../test/harness/small-portfolio.ts";
import type { Portfolio } from "../../contract/portfolio.ts";
import type { Database } from "../../store/database.ts";
import { listEvents } from "../event/list-events.ts";
import { applyPortfolio } from "../portfolio/apply-portfolio.ts";
import { readRegister } from "../read-register.ts";
import { createRecord } from "../record/create-record.ts";
import { selectRecords } from "../record/record-queries.ts";
import { retireRecord } from "../record/retire-record.ts";
import { keepAudit } from "./keep-audit.ts";
import { readAuditContent } from "./read-audit-content.ts";
import { retireAudit } from "./retire-audit.ts";

const text = '{"rows": 1, "largest": 1e21, "smallest": -0, "first": "ö\\u2028"}';
const content = { report: gzipSync(text), counts: gzipSync("[]") };
const brief = {
  source: "a.csv",
  rows: 400,
  attributes: ["sex"],
  verdicts: { within: 1, outside: 2, notEnoughEvidence: 3 },
  sentences: ["Of 100 women 8 were selected."],
  judged: [],
  reportHash: createHash("sha256").update(text).digest("hex"),
  countsHash: "0".repeat(64),
  method: { name: "decision-cube", version: "1" },
};

onBothDatabases(
  "an audit",
  (newDatabase) => {
    let db: Database;
    const apply = (portfolio: Portfolio, at = "2026-11-20T09:00:00Z") =>
      applyPortfolio(contextOf(db, { at }), { portfolio, fileHash: "", missing: "leave" });
    beforeAll(async () => {
      db = await openOn(await newDatabase());
      await apply(smallPortfolio);
    });
    afterAll(() => db.close());

    it("is kept with its content to the byte, and the table says what the events say", async () => {
      const ctx = contextOf(db, { id: "ada", at: "2026-11-20T10:00:00Z" });
      const kept = await keepAudit(ctx, { name: "First", risk: "biased-declines", brief, content });
      expect(kept).toMatchObject({
        version: 1,
        createdAt: "2026-11-20T10:00:00.000Z",
        record: { system: "credit", risk: "biased-declines", by: "ada", rows: 400 },
      });
      expect(kept.record).not.toHaveProperty("method");
      const packed = await readAuditContent(ctx, kept.record.id, "report");
      expect(gunzipSync(packed).toString()).toBe(text);
      expect(createHash("sha256").update(gunzipSync(packed)).digest("hex")).toBe(kept.record.reportHash);
      await retireAudit(contextOf(db, { at: "2026-11-21T10:00:00Z" }), kept.record.id);
      const renamed = {
        ...smallPortfolio,
        systems: smallPortfolio.systems!.map((each) =>
          each.id === "credit" ? { ...each, id: "lending", formerly: "credit" } : each,
        ),
        risks: smallPortfolio.risks!.map((each) => (each.system === "credit" ? { ...each, system: "lending" } : each)),
        limits: smallPortfolio.limits!.map((each) =>
          JSON.stringify(each.scope) === '{"system":"credit"}' ? { ...each, scope: { system: "lending" } } : each,
        ),
      };
      await apply(renamed, "2026-11-22T10:00:00Z");
      const events = await listEvents(ctx, { kind: "audit", order: "oldest-first" });
      expect(events.map(({ verb, method }) => [verb, method?.name ?? null])).toEqual([
        ["audit.recorded", "decision-cube"],
        ["audit.retired", null],
        ["audit.changed", null],
      ]);
      const [stored] = (await selectRecords(db.queries, "audit", "all")).values();
      expect(stored).toEqual(events.at(-1)!.after);
      expect(stored).toMatchObject({ version: 3, retiredOn: "2026-11-21", record: { system: "lending" } });
      expect([...(await readRegister(ctx)).audits.values()]).toEqual([stored]);
      const then = await readRegister(ctx, { asOf: new Date("2026-11-20T12:00:00Z") });
      expect([...then.audits.values()]).toEqual([kept]);
    });

    it("is all or nothing", async () => {
      const before = await listEvents(contextOf(db), { limit: 1 });
      for (const [about, code] of [
        [{ system: "none" }, "not-found"],
        [{ risk: "none" }, "not-found"],
        [{ system: "chat", risk: "late-drift" }, "invalid-input"],
      ] as const)
        await expect(keepAudit(contextOf(db), { name: "x", ...about, brief, content })).rejects.toMatchObject({ code });
      expect(await listEvents(contextOf(db), { limit: 1 })).toEqual(before);
      const { rows } = await sql<{ n: number }>`SELECT count(*)::int AS n FROM audit_content`.execute(db.queries);
      expect(rows[0]!.n).toBe(1);
    });

    it("keeps its content for good, and nothing that it is about from being retired", async () => {
      for (const attempt of [sql`UPDATE audit_content SET report = ''`, sql`DELETE FROM audit_content`])
        await expect(attempt.execute(db.queries)).rejects.toThrow("reports and counts are never changed or removed");
      await createRecord(contextOf(db), "system", { id: "pilot" });
      await keepAudit(contextOf(db), { name: "Of the pilot", system: "pilot", brief, content });
      expect((await retireRecord(contextOf(db), "system", { id: "pilot" })).retiredOn).not.toBeNull();
      await expect(keepAudit(contextOf(db), { name: "Again", system: "pilot", brief, content })).rejects.toMatchObject({
        code: "invalid-input",
      });
    });
  },
  ["PGlite in memory", "Postgres"],
);

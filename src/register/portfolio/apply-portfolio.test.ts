import { afterEach, beforeEach, expect, it } from "vitest";
import { onBothDatabases } from "../../../test/harness/database.ts";
import { contextOf, openOn } from "../../../test/harness/register.ts";
import type { Portfolio } from "../../contract/portfolio.ts";
import { readPortfolioOrFail } from "../../portfolio/read-portfolio.ts";
import { writePortfolio } from "../../portfolio/write-portfolio.ts";
import type { Database } from "../../store/database.ts";
import { listAssessments } from "../assessment/list-assessments.ts";
import { listEvents } from "../event/list-events.ts";
import { readRegister } from "../read-register.ts";
import { changeRecord } from "../record/change-record.ts";
import { readRecord } from "../record/read-record.ts";
import { applyPortfolio } from "./apply-portfolio.ts";
import { exportPortfolio } from "./export-portfolio.ts";
import { type PortfolioInput, planPortfolio } from "./plan-portfolio.ts";

const file: Portfolio = {
  version: 1,
  organization: "Northwind",
  timeZone: "Europe/Berlin",
  people: [{ id: "mara", roles: ["approver"] }],
  dependencies: [{ id: "bureau", kind: "vendor" }],
  systems: [{ id: "scoring", owner: "mara", dependsOn: ["bureau"] }, { id: "chat" }],
  controls: [{ id: "review", status: "working" }],
  limits: [
    { scope: { system: "scoring" }, measure: "residualScore", appetite: 8, tolerance: 15 },
    { id: "no-scoring-of-people", scope: "portfolio", measure: "prohibited", statement: "No social scoring" },
  ],
  risks: [
    {
      id: "bias",
      system: "scoring",
      category: "ethical",
      event: "Unequal refusals",
      owner: "mara",
      assessed: "2026-09-30",
      inherent: { likelihood: 4, impact: { rights: 5, money: 3 } },
      controls: [{ control: "review", acts: "frequency", effectiveness: { min: 0.1, mode: 0.3, max: 0.5 } }],
    },
    { id: "leak", system: "chat", category: "security", event: "Prompts leak", owner: "mara" },
  ],
};

onBothDatabases(
  "applying a portfolio",
  (newDatabase) => {
    let db: Database;
    const ctx = () => contextOf(db);
    const input = (portfolio: Portfolio, missing: PortfolioInput["missing"] = "leave"): PortfolioInput => ({
      portfolio,
      fileHash: "f".repeat(64),
      missing,
    });
    const apply = (portfolio: Portfolio, missing?: PortfolioInput["missing"]) =>
      applyPortfolio(ctx(), input(portfolio, missing));
    const actions = async (portfolio: Portfolio, missing?: PortfolioInput["missing"]) =>
      (await planPortfolio(ctx(), input(portfolio, missing))).changes.map(({ action, kind, id }) => [action, kind, id]);

    beforeEach(async () => {
      db = await openOn(await newDatabase());
      await apply(file);
    });
    afterEach(() => db.close());

    it("creates each record once, under one cause, and keeps the assessment of a rated risk", async () => {
      const events = await listEvents(ctx(), { order: "oldest-first" });
      expect(events.map(({ seq, verb, subject }) => [seq, verb, subject.id])).toEqual([
        [1, "portfolio.applied", "portfolio"],
        [2, "settings.created", "settings"],
        [3, "person.created", "mara"],
        [4, "dependency.created", "bureau"],
        [5, "system.created", "scoring"],
        [6, "system.created", "chat"],
        [7, "control.created", "review"],
        [8, "assessment.recorded", expect.stringMatching(/^as-/)],
        [9, "risk.created", "bias"],
        [10, "risk.created", "leak"],
        [11, "limit.created", "system-scoring-residual-score"],
        [12, "limit.created", "no-scoring-of-people"],
      ]);
      expect(events.slice(1).every(({ cause }) => cause[0] === events[0]!.id)).toBe(true);
      const [assessment] = await listAssessments(ctx(), { risk: "bias" });
      expect(assessment!.record).toMatchObject({ on: "2026-09-30", source: "portfolio-file", by: "mara" });
      expect(events[7]!.effectiveAt).toBe("2026-09-30T21:59:59.999Z");
    });

    it("a second time records nothing", async () => {
      expect(await apply(file)).toEqual({ revision: 12, events: 0, created: 0, changed: 0, retired: 0, unchanged: 10 });
    });

    it("of what was exported and read again changes nothing", async () => {
      const yaml = writePortfolio(await exportPortfolio(ctx()));
      const { portfolio } = readPortfolioOrFail(new TextEncoder().encode(yaml), "export.yaml");
      expect(await actions(portfolio, "retire")).toEqual([]);
    });

    it("plans a change field by field, and a change of rating is an assessment", async () => {
      const [bias, leak] = file.risks!;
      const changed = { ...file, risks: [{ ...bias!, inherent: { likelihood: 5, impact: { rights: 5 } } }, leak!] };
      const plan = await planPortfolio(ctx(), input(changed));
      expect(plan.changes).toEqual([
        {
          kind: "risk",
          id: "bias",
          action: "change",
          version: 1,
          formerly: null,
          fields: [
            { path: "/inherent/impact/money", before: 3, after: null },
            { path: "/inherent/likelihood", before: 4, after: 5 },
          ],
        },
      ]);
      await apply(changed);
      const [last] = await listEvents(ctx(), { limit: 1 });
      expect(last!.verb).toBe("risk.assessed");
      expect((await listAssessments(ctx(), { risk: "bias" })).map(({ record }) => record.inherent?.likelihood)).toEqual(
        [5, 4],
      );
    });

    it("leaves what the file lacks, retires it when asked, and restores what comes back", async () => {
      const less: Portfolio = { ...file, systems: file.systems!.slice(0, 1), risks: file.risks!.slice(0, 1) };
      expect(await actions(less)).toEqual([
        ["missing", "system", "chat"],
        ["missing", "risk", "leak"],
      ]);
      expect((await apply(less)).events).toBe(0);
      expect(await apply(less, "retire")).toMatchObject({ retired: 2, events: 3 });
      expect(await readRecord(ctx(), "risk", "leak")).toMatchObject({ retiredOn: "2026-11-20", version: 2 });
      expect((await apply(less, "retire")).events).toBe(0);
      expect(await actions(file)).toEqual([
        ["restore", "system", "chat"],
        ["restore", "risk", "leak"],
      ]);
      await apply(file);
      expect(await exportPortfolio(ctx())).toMatchObject({ risks: [{ id: "leak" }, { id: "bias" }] });
      const verbs = (await listEvents(ctx(), { kind: "risk", id: "leak" })).map(({ verb }) => verb);
      expect(verbs).toEqual(["risk.restored", "risk.retired", "risk.created"]);
    });

    it("renames by `formerly`: history, references of what the file lacks, and limits named after it follow", async () => {
      const [bias] = file.risks!;
      const renamed: Portfolio = {
        ...file,
        systems: [{ id: "credit", formerly: "scoring", owner: "mara", dependsOn: ["bureau"] }, file.systems![1]!],
        limits: [{ ...file.limits![0]!, scope: { system: "credit" } }, file.limits![1]!],
        risks: [file.risks![1]!],
      };
      expect(await actions(renamed)).toEqual([
        ["rename", "system", "credit"],
        ["missing", "risk", "bias"],
        ["change", "risk", "bias"],
        ["rename", "limit", "system-credit-residual-score"],
      ]);
      await apply(renamed);
      expect((await readRecord(ctx(), "risk", "bias")).record).toEqual({ ...bias, system: "credit" });
      expect((await readRecord(ctx(), "system", "scoring")).record.id).toBe("credit");
      expect((await listEvents(ctx(), { kind: "system", id: "credit" })).map(({ verb }) => verb)).toEqual([
        "system.renamed",
        "system.created",
      ]);
      expect((await apply(renamed)).events).toBe(0);
      const back = { ...file, risks: [file.risks![1]!] };
      await expect(apply(back)).rejects.toMatchObject({
        code: "already-exists",
        message: "system scoring: a former id of system credit",
      });
    });

    it("is refused when a record it touches changed since the plan, and only then", async () => {
      const changed = { ...file, controls: [{ id: "review", status: "failing" as const }] };
      const planned = await planPortfolio(ctx(), input(changed));
      await changeRecord(ctx(), "risk", { id: "leak", patch: { name: "Leak" } });
      const withoutLeak = { ...changed, risks: [file.risks![0]!] };
      await expect(applyPortfolio(ctx(), { ...input(changed), planned })).rejects.toMatchObject({
        code: "changed-since",
        message: "risk leak: changed since the plan was made",
      });
      await expect(
        applyPortfolio(ctx(), { ...input(changed), planned: { ...planned, fileHash: "0".repeat(64) } }),
      ).rejects.toMatchObject({ code: "changed-since" });
      expect(await applyPortfolio(ctx(), { ...input(withoutLeak), planned })).toMatchObject({ changed: 1 });
    });

    it("of a shorter scale is refused while a risk that the file lacks lies beyond it", async () => {
      const impact = [
        { name: "low", from: 0 },
        { name: "high", from: 1000, to: 5000 },
      ];
      const shorter: Portfolio = {
        ...file,
        scale: { impact, bands: Array(5).fill(["low", "high"]) as string[][] },
        risks: [],
      };
      await expect(apply(shorter)).rejects.toMatchObject({
        code: "invalid-input",
        message: expect.stringContaining("bias, which the file lacks"),
      });
      expect((await readRegister(ctx())).settings?.record.scale).toBeUndefined();
    });

    it("as of now, events and tables agree after everything above", async () => {
      await apply({ ...file, risks: [] }, "retire");
      await apply(file);
      expect(await readRegister(ctx(), { asOf: ctx().now })).toEqual(await readRegister(ctx()));
    });
  },
  ["PGlite in memory", "Postgres"],
);

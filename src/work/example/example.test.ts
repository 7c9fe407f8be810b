import { readFile } from "node:fs/promises";
import { afterEach, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { contextOf, openOn } from "../../../test/harness/register.ts";
import { auditReport } from "../../contract/audit-report.ts";
import { computeStudy } from "../../contract/structured/compute-study.ts";
import { readPortfolioOrFail } from "../../portfolio/read-portfolio.ts";
import { listAudits } from "../../register/audit/list-audits.ts";
import { readAudit } from "../../register/audit/read-audit.ts";
import { listEvents } from "../../register/event/list-events.ts";
import { disparityLimits } from "../../register/figures/disparity-limits.ts";
import { openLiveRegister } from "../../register/figures/live-register.ts";
import { exportPortfolio } from "../../register/portfolio/export-portfolio.ts";
import { readRegister } from "../../register/read-register.ts";
import { readWorkshop } from "../../register/workshop/read-workshop.ts";
import type { Database } from "../../store/database.ts";
import { moveDates } from "./move-dates.ts";
import { history, replay } from "./replay.ts";
import { seedExample } from "./seed-example.ts";

const folder = new URL("../../../examples/northwind/", import.meta.url);
const portfolioText = await readFile(new URL("plimsoll.yaml", folder), "utf8");
const past = history.parse(parse(await readFile(new URL("history.yaml", folder), "utf8")));
const { portfolio } = readPortfolioOrFail(new TextEncoder().encode(portfolioText), "northwind");

describe("moving dates", () => {
  it.each([
    ["due: 2026-12-30, at: 2026-12-31T07:30:00Z", 2, "due: 2027-01-01, at: 2027-01-02T07:30:00Z"],
    ["2028-02-28", 1, "2028-02-29"],
    ["2026-03-01", -1, "2026-02-28"],
    ["version 12026-01-01 and 2026-01-012 stay", 5, "version 12026-01-01 and 2026-01-012 stay"],
    ["2026-11-21", 0, "2026-11-21"],
  ])("%s by %i days", (text, days, moved) => expect(moveDates(text, days)).toBe(moved));

  it("there and back leaves the example's file as it was", () => {
    expect(moveDates(moveDates(portfolioText, 400), -400)).toBe(portfolioText);
  });
});

describe("the example", () => {
  const { risks = [], limits = [], controls = [], systems = [] } = portfolio;
  const scenarios = risks.flatMap(({ scenario }) => scenario ?? []);

  it("shows every part of the loss model", () => {
    expect(new Set(scenarios.map(({ count }) => count?.kind))).toEqual(
      new Set([undefined, "negative-binomial", "zero-inflated", "at-most-one"]),
    );
    const text = JSON.stringify(scenarios);
    for (const part of [
      "contact",
      "threatEvents",
      "experts",
      "insurance",
      "turnoverShare",
      "forms",
      "samples",
      "level",
    ])
      expect(text, part).toContain(`"${part}":`);
    expect(
      controls.filter(({ coverage, reliability }) => coverage !== undefined && reliability !== undefined),
    ).toHaveLength(2);
    expect(controls.filter(({ mechanism }) => mechanism === "subgroup-comparison")).toHaveLength(2);
    expect(controls.every(({ annualCost }) => annualCost !== undefined)).toBe(true);
    expect(new Set(risks.flatMap((risk) => (risk.controls ?? []).map(({ acts }) => acts)))).toEqual(
      new Set(["frequency", "loss", "secondary"]),
    );
  });

  it("has a vendor that strikes three systems at once, and a curve of limits", () => {
    const struck = risks.filter(({ scenario }) => scenario?.commonCauses?.some(({ cause }) => cause === "talvik-llm"));
    expect(new Set(struck.map(({ system }) => system)).size).toBe(3);
    const curve = limits.filter(({ scope, measure }) => scope === "portfolio" && measure === "annualLoss");
    expect(curve).toHaveLength(3);
  });

  it("counts the health assistant's answers as its system does, and says of each number where it comes from", () => {
    const frequency = risks.find(({ id }) => id === "health-harmful-advice")!.scenario!.frequency as Record<
      string,
      { low?: number; high?: number; source?: string; by?: string; on?: string }
    >;
    const { decisionsPerYear } = systems.find(({ id }) => id === "health-assistant")!;
    expect(frequency.contact!.low).toBeLessThan(decisionsPerYear!);
    expect(frequency.contact!.high).toBeGreaterThan(decisionsPerYear!);
    for (const leaf of Object.values(frequency))
      expect(leaf).toMatchObject({ by: "kentaro", source: expect.any(String) });
  });
});

describe("the example's history", () => {
  const steps = replay(portfolio, past);

  it("ends at the file, and rises in time", () => {
    const byId = (list: readonly { id?: string | undefined }[] = []) =>
      list.toSorted((a, b) => (a.id! < b.id! ? -1 : 1));
    const sorted = (each: typeof portfolio) => ({ ...each, limits: byId(each.limits), risks: byId(each.risks) });
    expect(sorted(steps.at(-1)!.portfolio)).toEqual(sorted(portfolio));
    const times = steps.map(({ at }) => at.getTime());
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(steps.at(-1)!.at.toISOString().slice(0, 10) <= past.reference).toBe(true);
  });

  it("changes something in every step, and is told by people of the file", () => {
    for (const [index, step] of steps.entries()) {
      expect(portfolio.people!.map(({ id }) => id)).toContain(step.by);
      expect(step.note).not.toBe("");
      if (index > 0) expect(step.portfolio, step.note).not.toEqual(steps[index - 1]!.portfolio);
    }
  });

  it("refuses a step about what the file does not have", () => {
    const step = { at: past.start.at, by: "mara", note: "x" };
    const unknown = {
      start: { ...past.start, set: [] },
      steps: [{ ...step, restore: [{ kind: "risk" as const, id: "none" }] }],
    };
    expect(() => replay(portfolio, unknown)).toThrow("history: risk none is not in the portfolio");
  });
});

describe("seeding", () => {
  const open: Database[] = [];
  afterEach(async () => {
    for (const db of open.splice(0)) await db.close();
  });
  async function seeded(now: Date): Promise<Database> {
    const db = await openOn({ kind: "pglite", dataDir: null }, now);
    open.push(db);
    await seedExample(db, { now });
    return db;
  }

  it.each(["2026-11-21T09:00:00Z", "2026-11-21T00:00:00Z", "2027-06-01T23:59:59Z", "2026-02-28T12:00:00Z"])(
    "at %s the register is the file, its dates moved, and nothing lies in the future",
    async (at) => {
      const now = new Date(at);
      const db = await seeded(now);
      const days = Math.floor((now.getTime() - Date.parse(`${past.reference}T00:00:00Z`)) / 86_400_000);
      const moved = readPortfolioOrFail(
        new TextEncoder().encode(moveDates(portfolioText, days)),
        "northwind",
      ).portfolio;
      const ids = (list: readonly { readonly id?: string | undefined }[] | undefined) =>
        list?.map(({ id }) => id).sort();
      const exported = await exportPortfolio(contextOf(db, { at }));
      const { risks = [], systems, settings: _, ...rest } = { settings: null, ...exported };
      expect(ids(risks)).toEqual(ids(moved.risks));
      expect(ids(systems)).toEqual(ids(moved.systems));
      expect(rest.rates).toEqual(moved.rates);
      for (const risk of moved.risks!)
        expect(
          risks.find(({ id }) => id === risk.id),
          risk.id,
        ).toEqual(risk);
      const events = await listEvents(contextOf(db, { at }), { limit: 1000, order: "oldest-first" });
      const times = events.map(({ recordedAt }) => recordedAt);
      expect(times).toEqual(times.toSorted());
      expect(times.at(-1)! <= now.toISOString()).toBe(true);
      expect(events.every(({ actor }) => actor.kind === "person" && !actor.authenticated)).toBe(true);
    },
  );

  it("keeps audits on their days, made by the engine and held to the lines drawn before", async () => {
    const now = new Date("2026-11-21T09:00:00Z");
    const db = await seeded(now);
    const live = await openLiveRegister(db, now);
    const ctx = contextOf(db, { at: now.toISOString() });
    const figures = await live.current(ctx);
    const { items } = await listAudits(ctx, figures, { limit: 10, retired: "left-out" });
    expect(items.map(({ name, system, at, rows }) => [name, system, at.slice(0, 10), rows])).toEqual([
      ["Screening of applicants, July to September", "talent-ranker", "2026-11-18", 3600],
      ["Loan approvals, July to September", "credit-scoring", "2026-10-27", 5200],
      ["Loan approvals, April to June", "credit-scoring", "2026-09-08", 900],
    ]);
    expect(items[0]!.sentences[0]).toMatch(/^Of 100 women 8 were selected, of 100 men 26 /);
    const statuses = async (moment?: string) =>
      Object.fromEntries(
        disparityLimits(moment === undefined ? figures : await live.asOf(ctx, new Date(moment))).map(
          ({ id, status, limitSet }) => [id, limitSet === "unknown" ? status : `${status} ${limitSet}`],
        ),
      );
    expect(await statuses()).toEqual({
      "screening-by-sex": "breach before-the-data",
      "approvals-by-sex": "ok before-the-data",
      "approvals-of-the-creditworthy-by-age": "breach before-the-data",
      "claims-paid-by-age": "unknown",
    });
    expect(await statuses("2026-09-15T00:00:00Z")).toEqual({
      "screening-by-sex": "unknown",
      "approvals-by-sex": "unknown before-the-data",
      "approvals-of-the-creditworthy-by-age": "warning before-the-data",
    });
    const detail = await readAudit(ctx, figures, items[0]!.id);
    const report = auditReport.parse(JSON.parse(detail.report));
    expect(report.verdicts.map(({ verdict, limit: { bound } }) => [verdict, bound])).toEqual([
      ["outside", 0.8],
      ["outside", 0.9],
    ]);
    expect(detail.bearsOn?.expectedAnnualLoss).toBeGreaterThan(10_000);
    await live.close();
  });

  it("keeps a study of each kind, and a workshop in each state", async () => {
    const now = new Date("2026-11-21T09:00:00Z");
    const db = await seeded(now);
    const ctx = contextOf(db, { at: now.toISOString() });
    const { studies } = await readRegister(ctx);
    const kinds = [...studies.values()].map(({ record }) => record.kind);
    expect(kinds.sort()).toEqual(["ahp", "factors", "fmea", "weigh"]);
    for (const { record } of studies.values()) {
      if (record.kind === "weigh" || record.kind === "ahp") continue;
      const { report, reason } = computeStudy(record, { seed: 1, randomIndex: "alonso-lamata" });
      expect([record.id, report === null, reason]).toEqual([record.id, false, null]);
    }
    const closed = await readWorkshop(ctx, "picture-moderation");
    expect(closed.workshop).toMatchObject({ state: "closed", on: "2026-09-08" });
    expect(closed.workshop.outcome).toHaveLength(3);
    expect(closed.votes.filter(({ blind }) => blind !== undefined)).toHaveLength(1);
    expect(closed.spread.map(({ outliers }) => outliers)).toEqual([[], [], ["sofia"]]);
    const revealed = await readWorkshop(ctx, "chatbot-before-christmas");
    expect(revealed.workshop.state).toBe("revealed");
    expect(revealed.spread.find(({ risk }) => risk === "service-ai-disclosure")).toMatchObject({
      outliers: ["yasmin"],
    });
    const open = await readWorkshop(ctx, "answers-on-health-and-claims");
    expect([open.workshop.state, open.votes, open.voted]).toEqual([
      "open",
      [],
      [
        { by: "kentaro", risks: 3 },
        { by: "yasmin", risks: 2 },
      ],
    ]);
  });

  it("leaves a register that holds something as it is", async () => {
    const db = await seeded(new Date("2026-11-21T09:00:00Z"));
    const before = await listEvents(contextOf(db), { limit: 1 });
    await seedExample(db, { now: new Date("2026-12-24T09:00:00Z") });
    expect(await listEvents(contextOf(db), { limit: 1 })).toEqual(before);
  });
});

import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { onBothDatabases } from "../../../test/harness/database.ts";
import { openOn } from "../../../test/harness/register.ts";
import type { Actor } from "../../contract/actor.ts";
import type { Event } from "../../contract/event.ts";
import { states } from "../../contract/states.ts";
import { readPortfolioOrFail } from "../../portfolio/read-portfolio.ts";
import { scorePortfolio } from "../../portfolio/score-portfolio.ts";
import { writePortfolio } from "../../portfolio/write-portfolio.ts";
import type { Database } from "../../store/database.ts";
import { history, replay } from "../../work/example/replay.ts";
import type { Context } from "../context.ts";
import { selectEvents } from "../event/event-queries.ts";
import { applyPortfolio } from "../portfolio/apply-portfolio.ts";
import { portfolioOf } from "../portfolio/portfolio-of.ts";
import { type RegisterState, readRegister } from "../read-register.ts";
import { AnnualLosses } from "./annual-losses.ts";
import { applyEvents, undoEvents } from "./apply-events.ts";
import { heatMap } from "./heat-map.ts";
import { type LiveRegister, openLiveRegister } from "./live-register.ts";
import { lossEngineInPlace } from "./loss-engine.ts";
import { overview } from "./overview.ts";
import { readChanges } from "./read-changes.ts";
import { readRiskDetail } from "./read-risk-detail.ts";
import { type RegisterFigures, registerFigures } from "./register-figures.ts";
import { registerPage, registerQuery } from "./register-page.ts";

const actor: Actor = { kind: "system", id: "example", roles: ["administrator"], authenticated: true };
const folder = new URL("../../../examples/northwind/", import.meta.url);
const losses = new AnnualLosses(lossEngineInPlace);
const nothing: RegisterState = {
  revision: 0,
  settings: null,
  people: new Map(),
  dependencies: new Map(),
  systems: new Map(),
  controls: new Map(),
  limits: new Map(),
  risks: new Map(),
  audits: new Map(),
  studies: new Map(),
  workshops: new Map(),
  assignmentRules: new Map(),
};

/** What maps and table show of a register, and the four numbers now and then: their money takes a while. */
async function shown(figures: RegisterFigures, step: number): Promise<unknown> {
  const when = { computedAt: new Date(0), asOf: null, losses };
  const maps = await Promise.all(states.map((by) => heatMap(figures, { by, measure: "score" }, when)));
  const page = registerPage(figures, registerQuery.parse({ limit: 500 }), when);
  const numbers =
    step % 10 === 0 ? await overview(figures, { ...when, before: null, since: "2026-08-01", history: [] }) : null;
  return JSON.parse(JSON.stringify([maps, page, numbers]));
}

onBothDatabases(
  "the example's four months, replayed",
  (newDatabase) => {
    let db: Database;
    let live: LiveRegister;
    let events: Event[];
    /** What stood after each step, as it was answered then. */
    const answered: { at: Date; revision: number; answer: unknown }[] = [];
    const end = new Date("2026-11-21T09:00:00Z");
    const ctx = (now: Date): Context => ({ db, actor, now });

    beforeAll(async () => {
      const [portfolioText, historyText] = await Promise.all(
        ["plimsoll.yaml", "history.yaml"].map((name) => readFile(new URL(name, folder))),
      );
      const { portfolio } = readPortfolioOrFail(portfolioText!, "northwind");
      const steps = replay(portfolio, history.parse(parse(historyText!.toString("utf8"))));
      db = await openOn(await newDatabase(), steps[0]!.at);
      live = await openLiveRegister(db, steps[0]!.at);
      for (const { at, portfolio: stood } of steps) {
        await applyPortfolio(ctx(at), { portfolio: stood, fileHash: "", missing: "leave" });
        const figures = await live.current(ctx(at));
        answered.push({ at, revision: figures.state.revision, answer: await shown(figures, answered.length) });
      }
      events = await selectEvents(db.queries, { order: "oldest-first", limit: 10_000 });
    });
    afterAll(async () => {
      await live.close();
      await db.close();
    });

    it("as of each moment everything is shown as it was answered then", async () => {
      expect(answered.length).toBeGreaterThan(10);
      for (const [step, { at, revision, answer }] of answered.entries()) {
        const past = await live.asOf(ctx(end), at);
        expect(past.state.revision).toBe(revision);
        expect(await shown(past, step)).toEqual(answer);
      }
    });

    it("between two moments it is as after the first", async () => {
      for (const [index, { at, revision }] of answered.slice(0, -1).entries()) {
        const justBefore = new Date(answered[index + 1]!.at.getTime() - 1);
        expect((await live.asOf(ctx(end), justBefore)).state.revision).toBe(revision);
        expect((await live.asOf(ctx(end), new Date(at.getTime() - 1))).state.revision).toBeLessThan(revision);
      }
    });

    it("before the first event there is nothing", async () => {
      const past = await live.asOf(ctx(end), new Date(answered[0]!.at.getTime() - 1));
      expect([past.state.revision, past.scores.size]).toEqual([0, 0]);
      expect((await live.asOf(ctx(end), new Date("0000-01-01T00:00:00Z"))).state.revision).toBe(0);
    });

    it("events undone from now give the state that the tables' history gives", async () => {
      const now = await readRegister(ctx(end));
      for (const { at, revision } of answered) {
        const undone = undoEvents(
          now,
          events.filter(({ seq }) => seq > revision),
        );
        const read = await readRegister(ctx(end), { asOf: at });
        expect(sorted(undone)).toEqual(sorted(read));
        expect(
          sorted(
            applyEvents(
              nothing,
              events.filter(({ seq }) => seq <= revision),
            ),
          ),
        ).toEqual(sorted(read));
      }
    });

    describe("figures of now", () => {
      it.each(states)("agree cell by cell with the score of the exported file, %s", async (by) => {
        const figures = await live.current(ctx(end));
        const file = new TextEncoder().encode(writePortfolio(portfolioOf(figures.state)));
        const report = scorePortfolio(readPortfolioOrFail(file, "export").portfolio, by);
        const map = await heatMap(figures, { by, measure: "score" }, { computedAt: end, asOf: null, losses });
        expect(map.likelihoodImpact.map(({ counts: _, ...cell }) => cell)).toEqual(report.heatMap.likelihoodImpact);
        expect(map.systemCategory.map(({ status: _, stale: __, exceedanceProbability: ___, ...cell }) => cell)).toEqual(
          report.heatMap.systemCategory,
        );
        expect(map.unrated.map(({ id }) => id).sort()).toEqual([...report.unrated].sort());
        const marks = new Map(map.marks.map((mark) => [mark.id, mark]));
        expect(marks.size).toBe(report.risks.length);
        for (const { id, inherent, residual, target, rank } of report.risks) {
          expect(marks.get(id)).toMatchObject({ inherent, residual, target });
          if (by === "residual") expect(marks.get(id)!.rank).toBe(rank);
        }
        for (const cell of map.likelihoodImpact) {
          const { ok = 0, warning = 0, breach = 0, unknown = 0 } = cell.counts;
          expect(ok + warning + breach + unknown).toBe(cell.risks.length);
        }
      });

      it("count over the line what the score says is over", async () => {
        const figures = await live.current(ctx(end));
        const report = scorePortfolio(portfolioOf(figures.state));
        const over = new Set(report.limits.flatMap((limit) => limit.over));
        const numbers = await overview(figures, {
          ...{ computedAt: end, asOf: null, losses, before: null, since: "2026-10-31", history: [] },
        });
        expect(numbers.overAppetite.now).toBe(over.size);
        expect(numbers.coverage.fresh + numbers.coverage.stale.length).toBe(numbers.systems);
      });
    });

    it("each change's shift is what figures from scratch say before and after it", async () => {
      const now = await live.current(ctx(end));
      const changes = await readChanges(ctx(end), now, { limit: 200 });
      expect(changes.filter(({ shift }) => shift !== null).length).toBeGreaterThan(10);
      for (const change of changes) {
        const before = scratch(events, change.seq - 1);
        const after = scratch(events, change.seq);
        const moved = [...after.keys()]
          .map((risk) => ({ risk, before: before.get(risk) ?? null, after: after.get(risk)! }))
          .filter((each) => each.before !== each.after);
        if (moved.length === 0) {
          expect(change.shift, change.title).toBeNull();
          continue;
        }
        const distance = (each: { before: number | null; after: number | null }) =>
          Math.abs((each.after ?? 0) - (each.before ?? 0));
        expect(change.shift?.others, change.title).toBe(moved.length - 1);
        expect(moved).toContainEqual({
          risk: change.shift!.risk,
          before: change.shift!.before,
          after: change.shift!.after,
        });
        expect(distance(change.shift!)).toBe(Math.max(...moved.map(distance)));
      }
    });

    it("each risk's history is its score from scratch after each event", async () => {
      const now = await live.current(ctx(end));
      const bySeq = events.map(({ seq }) => ({ seq, scores: scratch(events, seq) }));
      for (const id of now.scores.keys()) {
        const detail = await readRiskDetail(ctx(end), { figures: now, losses, computedAt: end, asOf: null }, id);
        const expected: { score: number | null; seq: number }[] = [];
        for (const { seq, scores } of bySeq) {
          const score = scores.get(id);
          if (score !== undefined && expected.at(-1)?.score !== score) expected.push({ score, seq });
        }
        expect(
          detail.history.map(({ score, seq }) => ({ score, seq })),
          id,
        ).toEqual(expected);
        expect(detail.history.at(-1)!.score).toBe(detail.figures.residual?.score ?? null);
      }
    });
  },
  ["PGlite in memory", "Postgres"],
);

const scratchScores = new Map<number, ReadonlyMap<string, number | null>>();
/** Residual scores after the events up to `seq`, from an empty register; the same history on every database. */
function scratch(events: readonly Event[], seq: number): ReadonlyMap<string, number | null> {
  const known = scratchScores.get(seq);
  if (known !== undefined) return known;
  const state = applyEvents(
    nothing,
    events.filter((event) => event.seq <= seq),
  );
  const { scores } = registerFigures(state, { now: new Date(0), previous: null });
  const residual = new Map([...scores].map(([id, score]) => [id, score.residual?.score ?? null]));
  scratchScores.set(seq, residual);
  return residual;
}

function sorted(state: RegisterState): unknown {
  return Object.fromEntries(
    Object.entries(state).map(([key, value]) => [
      key,
      value instanceof Map ? [...value].sort(([a], [b]) => (a < b ? -1 : 1)) : value,
    ]),
  );
}

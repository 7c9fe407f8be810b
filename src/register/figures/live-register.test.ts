import fc from "fast-check";
import { expect, it } from "vitest";
import { contextOf, openOn } from "../../../test/harness/register.ts";
import { smallPortfolio } from "../../../test/harness/small-portfolio.ts";
import type { Portfolio } from "../../contract/portfolio.ts";
import { states } from "../../contract/states.ts";
import type { Context } from "../context.ts";
import { selectEvents } from "../event/event-queries.ts";
import { applyPortfolio } from "../portfolio/apply-portfolio.ts";
import { type RegisterState, readRegisterNow } from "../read-register.ts";
import { selectAliases } from "../record/alias-queries.ts";
import { changeRecord } from "../record/change-record.ts";
import { createRecord } from "../record/create-record.ts";
import { renameRecord } from "../record/rename-record.ts";
import { restoreRecord } from "../record/restore-record.ts";
import { retireRecord } from "../record/retire-record.ts";
import { AnnualLosses } from "./annual-losses.ts";
import { applyEvents } from "./apply-events.ts";
import { heatMap } from "./heat-map.ts";
import { openLiveRegister } from "./live-register.ts";
import { lossEngineInPlace } from "./loss-engine.ts";
import { readRiskDetail } from "./read-risk-detail.ts";
import { type RegisterFigures, registerFigures } from "./register-figures.ts";
import { registerPage, registerQuery } from "./register-page.ts";
import { scenarioModel } from "./scenario-model.ts";

const losses = new AnnualLosses(lossEngineInPlace);

/** With a vendor that two systems stand on, and controls that say themselves what they take away. */
const portfolio: Portfolio = {
  ...smallPortfolio,
  annualTurnover: 1e9,
  dependencies: [
    { id: "vendor-llm", kind: "vendor", strikes: { low: 0.5, high: 3 } },
    { id: "bureau", kind: "dataset", strikes: 0.4 },
  ],
  systems: smallPortfolio.systems!.map((system) => ({ ...system, dependsOn: ["vendor-llm", "bureau"] })),
  controls: smallPortfolio.controls!.map((control) => ({ ...control, effectiveness: 0.4, mechanism: "reading" })),
  risks: [
    ...smallPortfolio.risks!,
    ...(["credit", "chat"] as const).map((system, index) => ({
      id: `${system}-outage`,
      system,
      category: "third-party",
      event: "the vendor is down",
      owner: "cleo",
      controls: [
        { control: "review", acts: "frequency" as const },
        { control: "filter", acts: "frequency" as const },
      ],
      scenario: {
        frequency: 0.3 + index,
        count: index === 0 ? ({ kind: "at-most-one" } as const) : ({ kind: "negative-binomial", size: 2 } as const),
        commonCauses: [{ cause: "vendor-llm", probability: { min: 0.3, max: 0.9 } }],
        loss: { primary: { low: 2e4, high: 3e5, cap: { turnoverShare: 0.0002 } } },
      },
    })),
  ],
};

async function shown(figures: RegisterFigures): Promise<unknown> {
  const when = { computedAt: new Date(0), asOf: null, losses };
  const maps = await Promise.all(states.map((by) => heatMap(figures, { by, measure: "score" }, when)));
  const page = registerPage(figures, registerQuery.parse({ limit: 500 }), when);
  const model = scenarioModel(figures, "portfolio", when);
  return JSON.parse(JSON.stringify([maps, page, model, [...figures.scores], figures.timeZone, figures.today]));
}

const level = fc.integer({ min: 1, max: 5 });
const risks = fc.constantFrom(...portfolio.risks!.map(({ id }) => id), "added");
const share = fc.integer({ min: 1, max: 9 }).map((tenths) => tenths / 10);
type Edit = (ctx: Context) => Promise<unknown>;

const withSettings =
  (settings: Partial<Portfolio>): Edit =>
  (ctx) =>
    applyPortfolio(ctx, { portfolio: { version: 1, ...settings }, fileHash: "", missing: "leave" });

const edit: fc.Arbitrary<Edit> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.tuple(risks, level, level).map(
      ([id, likelihood, impact]): Edit =>
        (ctx) =>
          changeRecord(ctx, "risk", { id, patch: { inherent: { likelihood, impact } } }),
    ),
  },
  risks.map(
    (id): Edit =>
      (ctx) =>
        changeRecord(ctx, "risk", {
          id,
          patch: { controls: [{ control: "review", acts: "loss", effectiveness: 0.8 }] },
        }),
  ),
  fc.tuple(risks, fc.constantFrom("credit", "chat", "fraud")).map(
    ([id, system]): Edit =>
      (ctx) =>
        changeRecord(ctx, "risk", { id, patch: { system } }),
  ),
  risks.map(
    (id): Edit =>
      (ctx) =>
        retireRecord(ctx, "risk", { id }),
  ),
  risks.map(
    (id): Edit =>
      (ctx) =>
        restoreRecord(ctx, "risk", { id }),
  ),
  fc.constant<Edit>((ctx) =>
    createRecord(ctx, "risk", { id: "added", system: "fraud", category: "legal", event: "a fine", owner: "ada" }),
  ),
  fc.tuple(fc.constantFrom("review", "filter"), fc.constantFrom("planned", "working", "failing", "retired")).map(
    ([id, status]): Edit =>
      (ctx) =>
        changeRecord(ctx, "control", { id, patch: { status } }),
  ),
  fc.constantFrom("review", "filter").map(
    (id): Edit =>
      (ctx) =>
        retireRecord(ctx, "control", { id }),
  ),
  {
    weight: 3,
    arbitrary: fc
      .tuple(
        fc.constantFrom("review", "filter"),
        fc.constantFrom("effectiveness", "coverage", "reliability", "annualCost", "oneTimeCost"),
        share,
      )
      .map(
        ([id, field, value]): Edit =>
          (ctx) =>
            changeRecord(ctx, "control", { id, patch: { [field]: value } }),
      ),
  },
  fc.tuple(fc.constantFrom("review", "filter"), fc.constantFrom("reading", "asking", null)).map(
    ([id, mechanism]): Edit =>
      (ctx) =>
        changeRecord(ctx, "control", { id, patch: { mechanism } }),
  ),
  {
    weight: 3,
    arbitrary: fc.tuple(fc.constantFrom("vendor-llm", "bureau"), fc.integer({ min: 0, max: 6 })).map(
      ([id, strikes]): Edit =>
        (ctx) =>
          changeRecord(ctx, "dependency", { id, patch: { strikes: strikes === 0 ? null : strikes } }),
    ),
  },
  fc.tuple(fc.constantFrom("credit-outage", "chat-outage"), fc.constantFrom("vendor-llm", "bureau"), share).map(
    ([id, cause, probability]): Edit =>
      (ctx) =>
        changeRecord(ctx, "risk", { id, patch: { scenario: { commonCauses: [{ cause, probability }] } } }),
  ),
  fc.constantFrom("vendor-llm", "vendor").map(
    (to): Edit =>
      (ctx) =>
        renameRecord(ctx, "dependency", { id: "vendor-llm", to }),
  ),
  fc.constantFrom("filter", "answer-filter").map(
    (to): Edit =>
      (ctx) =>
        renameRecord(ctx, "control", { id: "filter", to }),
  ),
  fc.integer({ min: 1, max: 12 }).map(
    (appetite): Edit =>
      (ctx) =>
        changeRecord(ctx, "limit", { id: "portfolio-residual-score", patch: { appetite } }),
  ),
  fc.constantFrom("Retail credit", "Loans").map(
    (name): Edit =>
      (ctx) =>
        changeRecord(ctx, "system", { id: "credit", patch: { name } }),
  ),
  fc.constantFrom("Cleo", "C. Contributor").map(
    (name): Edit =>
      (ctx) =>
        changeRecord(ctx, "person", { id: "cleo", patch: { name } }),
  ),
  fc.tuple(risks, fc.constantFrom("renamed-a", "renamed-b")).map(
    ([id, to]): Edit =>
      (ctx) =>
        renameRecord(ctx, "risk", { id, to }),
  ),
  fc.constantFrom("chat", "chat-two").map(
    (to): Edit =>
      (ctx) =>
        renameRecord(ctx, "system", { id: "chat", to }),
  ),
  fc
    .constantFrom("sum", "product")
    .map((score): Edit => withSettings({ scale: { score: score as "sum" | "product" } })),
  fc.constantFrom("UTC", "Pacific/Auckland").map((timeZone): Edit => withSettings({ timeZone })),
);

it("after any edits, and over midnight, the figures kept are the figures from scratch", {
  timeout: 180_000,
}, async () => {
  let kept = 0;
  let done = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(edit, fc.constantFrom(0, 1, 40)), { minLength: 1, maxLength: 12 }),
      async (edits) => {
        const db = await openOn({ kind: "pglite", dataDir: null });
        let ctx = contextOf(db, { id: "ada" });
        await applyPortfolio(ctx, { portfolio, fileHash: "", missing: "leave" });
        const live = await openLiveRegister(db, ctx.now);
        try {
          for (const [work, days] of edits) {
            ctx = { ...ctx, now: new Date(ctx.now.getTime() + days * 86_400_000) };
            const before = await live.current(ctx);
            await work(ctx).then(
              () => done++,
              () => {}, // Refused: nothing was recorded, and nothing may have moved.
            );
            const figures = await live.current(ctx);
            const scratch = registerFigures(await readRegisterNow(db.queries), { now: ctx.now, previous: null });
            expect(await shown(figures)).toEqual(await shown(scratch));
            for (const [id, score] of figures.scores) if (before.scores.get(id) === score) kept++;
          }
          await expectHistories(ctx, await live.current(ctx));
        } finally {
          await live.close();
          await db.close();
        }
      },
    ),
    { numRuns: 15 },
  );
  // Both happened: edits that were recorded, and scores that did not have to be computed again.
  expect(Math.min(done, kept)).toBeGreaterThan(20);
});

/** Each risk's history is its score from an empty register after each event, whoever the event was about. */
async function expectHistories(ctx: Context, figures: RegisterFigures): Promise<void> {
  const events = await selectEvents(ctx.db.queries, { order: "oldest-first", limit: 1000 });
  const present = await selectAliases(ctx.db.queries, "risk");
  const histories = new Map<string, (number | null)[]>();
  let state = emptyRegister;
  for (const event of events) {
    state = applyEvents(state, [event]);
    const scores = [...registerFigures(state, { now: ctx.now, previous: null }).scores];
    for (const [id, { residual }] of scores) {
      const history = histories.get(present.get(id) ?? id) ?? [];
      histories.set(present.get(id) ?? id, history);
      if (history.at(-1) !== (residual?.score ?? null) || history.length === 0) history.push(residual?.score ?? null);
    }
  }
  for (const id of figures.scores.keys()) {
    const detail = await readRiskDetail(ctx, { figures, losses, computedAt: ctx.now, asOf: null }, id);
    expect(
      detail.history.map(({ score }) => score),
      id,
    ).toEqual(histories.get(id));
  }
}

const emptyRegister: RegisterState = {
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

it("readers who ask at once, while others write, each see what was acknowledged before they asked", async () => {
  const db = await openOn({ kind: "pglite", dataDir: null });
  const ctx = contextOf(db, { id: "ada" });
  await applyPortfolio(ctx, { portfolio: smallPortfolio, fileHash: "", missing: "leave" });
  const live = await openLiveRegister(db, ctx.now);
  for (let round = 0; round < 30; round++) {
    const name = `Name ${round}`;
    const idle = Array.from({ length: 3 }, () => live.current(ctx));
    await changeRecord(ctx, "system", { id: "credit", patch: { name } });
    const readers = await Promise.all(Array.from({ length: 5 }, () => live.current(ctx)));
    expect(readers.map((figures) => figures.systemName("credit"))).toEqual(Array(5).fill(name));
    await Promise.all(idle);
  }
  await live.close();
  await db.close();
});

it("far behind, it reads the tables again and says the same", async () => {
  const db = await openOn({ kind: "pglite", dataDir: null });
  const ctx = contextOf(db, { id: "ada" });
  const live = await openLiveRegister(db, ctx.now);
  const heard: number[] = [];
  live.subscribe(ctx, (events) => heard.push(...events.map(({ seq }) => seq)));
  const people = Array.from({ length: 5500 }, (_, k) => ({ id: `p-${k}` }));
  await applyPortfolio(ctx, {
    portfolio: { ...smallPortfolio, people: [...smallPortfolio.people!, ...people] },
    fileHash: "",
    missing: "leave",
  });
  const figures = await live.current(ctx);
  expect(figures.state.people.size).toBe(5504);
  expect(await shown(figures)).toEqual(
    await shown(registerFigures(await readRegisterNow(db.queries), { now: ctx.now, previous: null })),
  );
  const past = await live.asOf(ctx, new Date(ctx.now.getTime() - 1));
  expect([past.state.revision, past.state.people.size]).toEqual([0, 0]);
  await expect.poll(() => heard.length, { timeout: 60_000 }).toBe(figures.state.revision);
  expect(heard).toEqual(Array.from({ length: figures.state.revision }, (_, k) => k + 1));
  await live.close();
  await db.close();
});

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { parse } from "yaml";
import { ahpCommand } from "../../src/cli/ahp.ts";
import { factorsCommand } from "../../src/cli/factors.ts";
import { fmeaCommand } from "../../src/cli/fmea.ts";
import { type RegisterCommand, run } from "../../src/cli/run.ts";
import { scoreCommand } from "../../src/cli/score.ts";
import { weighCommand } from "../../src/cli/weigh.ts";
import type { AhpReport } from "../../src/contract/ahp-report.ts";
import type { RegisterPage, RiskDetail } from "../../src/contract/detail.ts";
import type { FactorsReport, RatedFactor } from "../../src/contract/factors-report.ts";
import type { FmeaReport } from "../../src/contract/fmea-report.ts";
import type { HeatMap, RiskFigures } from "../../src/contract/heat-map.ts";
import type { ScoreReport } from "../../src/contract/score-report.ts";
import { computeStudy } from "../../src/contract/structured/compute-study.ts";
import type { Study, StudyKind } from "../../src/contract/study.ts";
import type { WeighReport } from "../../src/contract/weigh-report.ts";
import { readPortfolio } from "../../src/portfolio/read-portfolio.ts";
import { sheetOfFactors } from "../../web/pages/scoring/factors/factors-draft.ts";
import { readFactors } from "../../web/pages/scoring/factors/read-factors.ts";
import { readSheet, sheetOfModes } from "../../web/pages/scoring/fmea/fmea-draft.ts";
import { type Api, openApi } from "../harness/api.ts";
import { capturedOutput } from "../harness/captured-output.ts";
import { onBothDatabases } from "../harness/database.ts";
import { repository } from "../harness/repository.ts";

interface ReportOf {
  ahp: AhpReport;
  weigh: WeighReport;
  fmea: FmeaReport;
  factors: FactorsReport;
}

// biome-ignore lint/suspicious/noExplicitAny: documents are written here as a person writes them, wrong ones included
type Written = any;

const commands: Readonly<Record<StudyKind, RegisterCommand>> = {
  ahp: ahpCommand,
  weigh: weighCommand,
  fmea: fmeaCommand,
  factors: factorsCommand,
};
const examples: Readonly<Record<StudyKind, string>> = {
  ahp: "examples/harm-weights/ahp.yaml",
  weigh: "examples/moderation-weights/weigh.yaml",
  fmea: "examples/llm-assistant-fmea/fmea.yaml",
  factors: "examples/llm-factors/factors.yaml",
};

onBothDatabases(
  "one study through every door",
  (newDatabase) => {
    const folder = mkdtempSync(join(tmpdir(), "plimsoll-agree-"));
    const written = capturedOutput();
    let api: Api;
    let studies = 0;
    beforeAll(async () => {
      api = await openApi(await newDatabase());
    });
    afterAll(async () => {
      await api?.close();
      rmSync(folder, { recursive: true, force: true });
    });

    /** What the command says of a document; a refusal in its own words. */
    async function byCommand<K extends StudyKind>(kind: K, document: Written) {
      const file = join(folder, `${kind}.json`);
      writeFileSync(file, JSON.stringify(document));
      written.stdout = written.stderr = "";
      const exitCode = await run([kind, file, "--json"], [commands[kind]]);
      return {
        exitCode,
        report: exitCode === 0 ? (JSON.parse(written.stdout) as ReportOf[K]) : null,
        said: written.stderr,
      };
    }
    /** What the API keeps and says of it. */
    async function byApi(kind: StudyKind, document: Written) {
      const id = `study-${++studies}`;
      const made = await api.ask("POST", "/v1/studies", { json: { id, name: id, kind, document } });
      if (made.status !== 201) return { status: made.status, problem: made.json, record: null, answer: null };
      const answer = (await api.get(`/v1/studies/${id}/report`)).json;
      return { status: 201, problem: null, record: made.json.record as Study, answer };
    }
    /** The one report that command and API agree on. */
    async function agreed<K extends StudyKind>(kind: K, document: Written): Promise<ReportOf[K]> {
      const { exitCode, report, said } = await byCommand(kind, document);
      expect(exitCode, said).toBe(0);
      const { answer, problem } = await byApi(kind, document);
      expect(answer, JSON.stringify(problem)).toEqual({ kind, report, reason: null });
      return report!;
    }
    const exampleOf = (kind: StudyKind): Written => {
      const { risk: _, ...document } = parse(readFileSync(join(repository, examples[kind]), "utf8"));
      if (kind === "fmea") for (const mode of document.modes) delete mode.risk;
      return document;
    };

    it.each(["ahp", "weigh", "fmea", "factors"] as const)(
      "%s: command, API and maker give the same cells",
      async (kind) => {
        const report = await agreed(kind, exampleOf(kind));
        const { record } = await byApi(kind, exampleOf(kind));
        const made = computeStudy(record!, { seed: 1, randomIndex: "alonso-lamata" });
        expect(JSON.parse(JSON.stringify(made.report))).toEqual(report);
        // What the page makes of the kept study, opened as its sheet.
        if (record!.kind === "fmea") {
          const { modes, ...base } = record!.document;
          expect(readSheet(sheetOfModes(modes), base).document).toEqual(record!.document);
        }
        if (record!.kind === "factors") {
          const { likelihood: _, impact: __, levels: ___, risk: ____, ...base } = record!.document;
          expect(readFactors(sheetOfFactors(record!.document), base).document).toEqual(record!.document);
        }
      },
    );

    const named = (id: string) => `Ω ${[...id].reverse().join("")}`;

    it("ahp: neither order, names nor the side that is written move a weight", async () => {
      const document = exampleOf("ahp");
      const turned = {
        ...document,
        items: document.items.map(named).reverse(),
        judgements: document.judgements
          .map(({ left, right, ratio, ...rest }: Written) => ({
            ...rest,
            left: named(right),
            right: named(left),
            ratio: typeof ratio === "string" ? Number(ratio.split("/")[1]) : `1/${ratio}`,
          }))
          .reverse(),
      };
      const [one, other] = [await agreed("ahp", document), await agreed("ahp", turned)];
      for (const { id, weight } of one.weights)
        expect(other.weights.find((each) => each.id === named(id))!.weight).toBeCloseTo(weight, 10);
      expect(other.consistencyRatio).toBeCloseTo(one.consistencyRatio!, 10);
    });

    it("weigh: neither order nor names move a score or a rank", async () => {
      const document = exampleOf("weigh");
      const keys = (of: Record<string, unknown>) =>
        Object.fromEntries(
          Object.entries(of)
            .map(([id, value]) => [named(id), value])
            .reverse(),
        );
      const turned = {
        ...document,
        dimensions: document.dimensions.map((each: Written) => ({ ...each, id: named(each.id) })).reverse(),
        weightings: document.weightings.map((each: Written) => ({
          ...each,
          ...(each.weights && { weights: keys(each.weights) }),
          ...(each.stakeholders && {
            stakeholders: each.stakeholders.map((who: Written) => ({ ...who, weights: keys(who.weights) })).reverse(),
          }),
          ...(each.judgements && {
            judgements: each.judgements.map((judged: Written) => ({
              ...judged,
              left: named(judged.left),
              right: named(judged.right),
            })),
          }),
        })),
        scenarios: document.scenarios
          .map((each: Written) => ({ ...each, id: named(each.id), ratings: keys(each.ratings) }))
          .reverse(),
      };
      const [one, other] = [await agreed("weigh", document), await agreed("weigh", turned)];
      for (const { id, score, rank } of one.scenarios) {
        const same = other.scenarios.find((each) => each.id === named(id))!;
        expect(same.rank).toBe(rank);
        if (score !== null) expect(same.score).toBeCloseTo(score, 12);
        else expect(same.score).toBeNull();
      }
    });

    it("fmea: neither order nor names move a figure or a rank", async () => {
      const document = exampleOf("fmea");
      const turned = { modes: document.modes.map((each: Written) => ({ ...each, id: named(each.id) })).reverse() };
      const [one, other] = [await agreed("fmea", document), await agreed("fmea", turned)];
      for (const mode of one.modes)
        expect(other.modes.find(({ id }) => id === named(mode.id))).toEqual({ ...mode, id: named(mode.id) });
      expect(other.counts).toEqual(one.counts);
    });

    it("factors: neither order nor names nor the unit of weights move a value or a level", async () => {
      const document = exampleOf("factors");
      const turn = ({ name: _, parts, weight, ...rest }: Written): Written => ({
        ...rest,
        id: named(rest.id),
        weight: 7 * (weight ?? 1),
        ...(parts && { parts: parts.map(turn).reverse() }),
      });
      const turned = { ...document, likelihood: turn(document.likelihood), impact: turn(document.impact) };
      const [one, other] = [await agreed("factors", document), await agreed("factors", turned)];
      const flat = (factor: RatedFactor): RatedFactor[] => [factor, ...factor.parts.flatMap(flat)];
      for (const axis of ["likelihood", "impact"] as const) {
        expect([other[axis].level, other[axis].lowLevel, other[axis].highLevel]).toEqual([
          one[axis].level,
          one[axis].lowLevel,
          one[axis].highLevel,
        ]);
        const found = new Map(flat(other[axis].factor).map((each) => [each.id, each]));
        for (const factor of flat(one[axis].factor)) {
          const same = found.get(named(factor.id))!;
          for (const figure of ["value", "low", "high", "weight", "contribution"] as const)
            expect(same[figure], `${figure} of ${factor.id}`).toBeCloseTo(factor[figure], 12);
        }
      }
    });

    const leaf = (id: string, level: number) => ({ id, level });
    const dimensions = [{ id: "safety" }, { id: "privacy" }];
    const weights = { safety: 1, privacy: 0 };

    it("one item is all there is", async () => {
      const pairs = await agreed("ahp", { items: ["only"], judgements: [] });
      expect(pairs.weights).toEqual([{ id: "only", weight: 1 }]);
      const scenarios = await agreed("weigh", {
        dimensions: [{ id: "safety" }],
        weightings: [{ version: "1", weights: { safety: 1 } }],
        scenarios: [{ id: "only", ratings: { safety: 3 } }],
      });
      expect(scenarios.scenarios).toMatchObject([{ id: "only", rank: 1, ranks: [1] }]);
      const modes = await agreed("fmea", { modes: [{ id: "only", severity: 2, occurrence: 3, detection: 4 }] });
      expect(modes.modes).toMatchObject([{ id: "only", rpn: 24, rank: 1 }]);
      const factors = await agreed("factors", { likelihood: leaf("only", 5), impact: leaf("only", 1) });
      expect([factors.likelihood.level, factors.impact.level]).toEqual([5, 1]);
    });

    it("two hundred items are computed by every door", async () => {
      const ids = Array.from({ length: 200 }, (_, k) => `item-${k}`);
      const pairs = await agreed("ahp", {
        items: ids,
        judgements: ids.slice(1).map((right, k) => ({ left: ids[k], right, ratio: 1 + (k % 3) })),
      });
      expect(pairs.weights).toHaveLength(200);
      expect(pairs.weights.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 10);
      const scenarios = await agreed("weigh", {
        dimensions,
        weightings: [{ version: "1", weights: { safety: 0.7, privacy: 0.3 } }],
        scenarios: ids.map((id, k) => ({ id, ratings: { safety: 1 + (k % 5), privacy: 1 + (k % 4) } })),
      });
      expect(scenarios.scenarios).toHaveLength(200);
      const modes = await agreed("fmea", {
        modes: ids.map((id, k) => ({ id, severity: 1 + (k % 10), occurrence: 1 + (k % 7), detection: 1 + (k % 9) })),
      });
      expect(modes.counts.high + modes.counts.medium + modes.counts.low).toBe(200);
      const group = (id: string, from: number) => ({
        id,
        parts: ids.slice(from, from + 50).map((each, k) => ({ id: each, level: 1 + (k % 5) })),
      });
      const factors = await agreed("factors", {
        likelihood: {
          id: "top",
          how: "weighted",
          parts: [0, 50, 100, 150].map((from) => group(`group-${from}`, from)),
        },
        impact: group("impact", 0),
      });
      expect(factors.likelihood.factor.parts.flatMap(({ parts }) => parts)).toHaveLength(200);
    });

    it("a dimension of weight zero counts for nothing, and need not be rated", async () => {
      const study = (ratings: Written) => ({
        dimensions,
        weightings: [{ version: "1", weights }],
        scenarios: [
          { id: "a", ratings },
          { id: "b", ratings: { safety: 2, privacy: 5 } },
        ],
      });
      const unrated = await agreed("weigh", study({ safety: 4 }));
      const rated = await agreed("weigh", study({ safety: 4, privacy: 1 }));
      expect(unrated.scenarios.map(({ id, score, rank }) => ({ id, score, rank }))).toEqual(
        rated.scenarios.map(({ id, score, rank }) => ({ id, score, rank })),
      );
      expect(unrated.scenarios.find(({ id }) => id === "a")).toMatchObject({ rank: 1 });
    });

    const scenario = (ratings: Written, used: Written = { safety: 0.5, privacy: 0.5 }) => ({
      dimensions,
      weightings: [{ version: "1", weights: used }],
      scenarios: [{ id: "a", ratings }],
    });
    const pair = (ratio: Written) => ({ items: ["a", "b"], judgements: [{ left: "a", right: "b", ratio }] });
    const mode = (part: Written) => ({ modes: [{ id: "a", severity: 2, occurrence: 3, detection: 4, ...part }] });
    const tree = (part: Written) => ({ likelihood: { id: "top", parts: [part] }, impact: leaf("i", 1) });
    const judged = (left: string, right: string, ratio: number) => ({ left, right, ratio });

    it.each<[string, StudyKind, Written]>([
      ["a ratio of zero", "ahp", pair(0)],
      ["a negative ratio", "ahp", pair(-3)],
      ["a ratio that is none", "ahp", pair("3/0")],
      [
        "judgements that contradict each other",
        "ahp",
        { items: ["a", "b"], judgements: [judged("a", "b", 3), judged("b", "a", 3)] },
      ],
      ["an item twice", "ahp", { items: ["a", "a"], judgements: [] }],
      ["a rating over the scale", "weigh", scenario({ safety: 6, privacy: 1 })],
      ["a rating under the scale", "weigh", scenario({ safety: 0, privacy: 1 })],
      ["weights that do not sum", "weigh", scenario({ safety: 1, privacy: 1 }, { safety: 0.5, privacy: 0.6 })],
      ["weights that are all zero", "weigh", scenario({ safety: 1, privacy: 1 }, { safety: 0, privacy: 0 })],
      ["a negative weight", "weigh", scenario({ safety: 1, privacy: 1 }, { safety: 1.5, privacy: -0.5 })],
      ["a severity of eleven", "fmea", mode({ severity: 11 })],
      ["a detection of half a step", "fmea", mode({ detection: 2.5 })],
      ["more failures than decisions", "fmea", mode({ occurrence: { events: 5, of: 4 } })],
      ["no failure mode", "fmea", { modes: [] }],
      ["a level over the scale", "factors", tree(leaf("a", 6))],
      ["a weight of zero", "factors", tree({ ...leaf("a", 2), weight: 0 })],
      [
        "anchors that fall",
        "factors",
        tree({
          id: "a",
          value: 1,
          anchors: [
            [1, 0],
            [0, 1],
          ],
        }),
      ],
      [
        "a value outside its range",
        "factors",
        tree({
          id: "a",
          value: 1,
          low: 2,
          anchors: [
            [0, 0],
            [9, 1],
          ],
        }),
      ],
      ["a factor without parts", "factors", { likelihood: { id: "top", parts: [] }, impact: leaf("i", 1) }],
      ["a likelihood of eleven levels", "factors", { ...tree(leaf("a", 1)), levels: { likelihood: 11, impact: 5 } }],
    ])("%s is refused by command and API in the same words", async (_, kind, document) => {
      const { exitCode, said } = await byCommand(kind, document);
      expect(exitCode).toBe(2);
      const { status, problem } = await byApi(kind, document);
      expect(status).toBe(400);
      expect(problem.mistakes.length).toBeGreaterThan(0);
      for (const { what, remedy } of problem.mistakes) expect(said).toContain(`${what}; ${remedy}`);
    });

    it("judgements that do not link all items: the command says why it cannot, the API keeps them and says the same", async () => {
      const document = { items: ["a", "b", "c", "d"], judgements: [judged("a", "b", 3), judged("c", "d", 2)] };
      const { exitCode, said } = await byCommand("ahp", document);
      expect(exitCode).toBe(2);
      const { answer } = await byApi("ahp", document);
      expect(answer).toMatchObject({ kind: "ahp", report: null });
      expect(said).toContain(answer.reason);
      expect(api.logged).toEqual([]);
    });

    it("register, map, risk and `plimsoll score` agree on every risk and every cell", async () => {
      const file = join(repository, "examples/northwind/plimsoll.yaml");
      const read = readPortfolio(new Uint8Array(readFileSync(file)), file);
      if ("mistakes" in read) expect.unreachable();
      await api.apply(read.portfolio);
      const map = (await api.get("/v1/heat-map")).json as HeatMap;
      const register = (await api.get("/v1/risks?limit=500")).json as RegisterPage;
      written.stdout = "";
      expect(await run(["score", file, "--json"], [scoreCommand])).toBe(0);
      const score = JSON.parse(written.stdout) as ScoreReport;
      const figures = (one: Pick<RiskFigures, "id" | "inherent" | "residual" | "target" | "rank">) => {
        const { id, inherent, residual, target, rank } = one;
        return { id, inherent, residual, target, rank };
      };
      const byId = <T extends { id: string }>(list: readonly T[]) => new Map(list.map((each) => [each.id, each]));
      const [marks, rows, scored] = [byId([...map.marks, ...map.unrated]), byId(register.items), byId(score.risks)];
      expect([marks.size, rows.size]).toEqual([scored.size, scored.size]);
      for (const [id, risk] of scored) {
        expect(figures(rows.get(id)!)).toEqual(figures(risk));
        // An unrated one stands beside the map, with its name.
        expect(rows.get(id)).toMatchObject(marks.get(id)!);
        expect(((await api.get(`/v1/risks/${id}`)).json as RiskDetail).figures).toEqual(rows.get(id));
      }
      for (const cell of score.heatMap.likelihoodImpact)
        expect(
          map.likelihoodImpact.find(
            ({ likelihood, impact }) => likelihood === cell.likelihood && impact === cell.impact,
          ),
        ).toMatchObject(cell);
      for (const cell of score.heatMap.systemCategory)
        expect(
          map.systemCategory.find(({ system, category }) => system === cell.system && category === cell.category),
        ).toMatchObject(cell);
    });
  },
  ["PGlite in memory"],
);

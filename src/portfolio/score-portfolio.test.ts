import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Portfolio } from "../contract/portfolio.ts";
import { scoreReport } from "../contract/score-report.ts";
import { states } from "../contract/states.ts";
import { readPortfolioOrFail } from "./read-portfolio.ts";
import { scorePortfolio } from "./score-portfolio.ts";

const example = (name: string) => {
  const path = `examples/${name}/plimsoll.yaml`;
  return readPortfolioOrFail(readFileSync(new URL(`../../${path}`, import.meta.url)), path).portfolio;
};
const small: Portfolio = {
  version: 1,
  systems: [{ id: "fraud" }, { id: "credit" }],
  controls: [{ id: "review", status: "working" }],
  risks: [
    {
      id: "drift",
      system: "credit",
      category: "model",
      event: "e",
      owner: "o",
      inherent: { likelihood: 4, impact: 3 },
    },
    {
      id: "bias",
      system: "credit",
      category: "ethical",
      event: "e",
      owner: "o",
      inherent: { likelihood: 4, impact: { rights: 5, money: 3 } },
      controls: [{ control: "review", acts: "frequency", effectiveness: 0.5 }],
    },
    { id: "leak", system: "fraud", category: "data", event: "e", owner: "o" },
  ],
};

describe("scorePortfolio", () => {
  test("of three risks, counted by hand", () => {
    const report = scorePortfolio(small);
    expect(report.risks).toEqual([
      {
        id: "bias",
        system: "credit",
        category: "ethical",
        inherent: { likelihood: 4, impact: 5, score: 20, band: "critical" },
        residual: { likelihood: 3, impact: 5, score: 15, band: "high", basis: "derived" },
        target: { likelihood: 3, impact: 5, score: 15, band: "high" },
        rank: 1,
      },
      expect.objectContaining({ id: "drift", residual: expect.objectContaining({ score: 12, band: "high" }), rank: 2 }),
      expect.objectContaining({ id: "leak", inherent: null, residual: null, target: null, rank: null }),
    ]);
    expect(
      report.heatMap.systemCategory.map(({ system, category, worst, unrated }) => [
        system,
        category,
        worst?.score,
        unrated,
      ]),
    ).toEqual([
      ["fraud", "data", undefined, 1],
      ["credit", "model", 12, 0],
      ["credit", "ethical", 15, 0],
    ]);
    expect(report.limits).toEqual([
      {
        id: "default-residual-score",
        scope: "portfolio",
        measure: "residualScore",
        appetite: 12,
        tolerance: 20,
        value: 15,
        status: "warning",
        over: ["bias", "drift"],
      },
    ]);
    expect(report.unrated).toEqual(["leak"]);
  });

  test("holds each risk to its narrowest line, and says unknown where none of a line's risks is rated", () => {
    const report = scorePortfolio({
      ...small,
      limits: [
        { id: "all", scope: "portfolio", measure: "residualScore", appetite: 5, tolerance: 12 },
        { id: "credit", scope: { system: "credit" }, measure: "residualScore", appetite: 12, tolerance: 16 },
        { id: "bias", scope: { risk: "bias" }, measure: "residualScore", appetite: 16, tolerance: 20 },
      ],
    });
    expect(report.limits.map(({ id, value, status, over }) => [id, value, status, over])).toEqual([
      ["all", null, "unknown", []],
      ["credit", 12, "warning", ["drift"]],
      ["bias", 15, "ok", []],
    ]);
  });

  test("draws the state asked for; limits stay residual", () => {
    const report = scorePortfolio(small, "inherent");
    const critical = report.heatMap.likelihoodImpact.filter(({ risks }) => risks.includes("bias"));
    expect(critical.map(({ likelihood, impact }) => [likelihood, impact])).toEqual([[4, 5]]);
    expect(report.limits[0]?.value).toBe(15);
  });

  test("of an empty portfolio is empty, its grid drawn and its line unknown", () => {
    const report = scorePortfolio({ version: 1 });
    expect(scoreReport.parse(report)).toEqual(report);
    expect(report).toMatchObject({
      currency: "EUR",
      risks: [],
      unrated: [],
      findings: [],
      limits: [{ status: "unknown" }],
    });
    expect(report.heatMap.likelihoodImpact).toHaveLength(25);
  });
});

describe.each(["northwind", "credit-scoring-api"])("the example %s", (name) => {
  const portfolio = example(name);

  test.each(states)("by %s is a score report to the letter", (by) => {
    const report = scorePortfolio(portfolio, by);
    expect(scoreReport.parse(structuredClone(report))).toEqual(report);
  });

  test("maps, ranks and counts agree", () => {
    const { risks, heatMap, unrated } = scorePortfolio(portfolio);
    const rated = risks.filter(({ residual }) => residual !== null);
    expect(risks).toHaveLength(portfolio.risks!.length);
    expect(rated.length + unrated.length).toBe(risks.length);
    expect(heatMap.likelihoodImpact.flatMap((cell) => cell.risks).toSorted()).toEqual(
      rated.map(({ id }) => id).toSorted(),
    );
    for (const { counts, unrated: blank, risks: ids } of heatMap.systemCategory) {
      expect(Object.values(counts).reduce((sum, count) => sum + count) + blank).toBe(ids.length);
    }
    const ranks = risks.flatMap(({ rank }) => rank ?? []);
    expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
    expect(ranks[0]).toBe(1);
  });

  test("does not depend on the order of risks and controls, and renaming only renames", () => {
    const report = scorePortfolio(portfolio);
    const shuffled = { ...portfolio, risks: portfolio.risks!.toReversed(), controls: portfolio.controls!.toReversed() };
    const { unrated, findings, ...rest } = scorePortfolio(shuffled);
    expect(rest).toEqual({ ...report, unrated: undefined, findings: undefined });
    expect(unrated.toReversed()).toEqual(report.unrated);
    const renamed = {
      ...portfolio,
      systems: portfolio.systems!.map((system) => ({ ...system, id: `x-${system.id}` })),
      risks: portfolio.risks!.map((risk) => ({ ...risk, system: `x-${risk.system}` })),
      limits: [],
    };
    const back = scorePortfolio(renamed).risks.map((risk) => ({ ...risk, system: risk.system.slice(2) }));
    expect(back).toEqual(report.risks);
  });
});

import { describe, expect, test } from "vitest";
import { defaultScale } from "./default-scale.ts";
import type { ScoreLine } from "./limit-line.ts";
import { rankRisks } from "./rank-risks.ts";
import type { RiskToScore } from "./risk-score.ts";
import { scoreRisk } from "./score-risk.ts";
import { systemCategoryMap } from "./system-category-map.ts";

const risk = (id: string, system: string, category: string, fields: Partial<RiskToScore> = {}) =>
  scoreRisk(defaultScale, { id, system, category, controls: [], ...fields });
const at = (likelihood: number, impact: number) => ({ inherent: { likelihood, impact } });
const portfolioLine: ScoreLine = { id: "all", scope: "portfolio", appetite: 12, tolerance: 20 };
const mapOf = (risks: ReturnType<typeof risk>[], lines: ScoreLine[] = [portfolioLine]) => {
  const ranks = rankRisks(risks, "residual");
  return systemCategoryMap(defaultScale, {
    risks: risks.map((one, index) => ({ risk: one, rank: ranks[index]! })),
    systems: ["fraud", "credit"],
    categories: ["data", "model", "legal"],
    lines,
    by: "residual",
  });
};
const none = { low: 0, medium: 0, high: 0, critical: 0 };

describe("systemCategoryMap", () => {
  test("lists the cells that hold a risk, in the order of systems and categories", () => {
    const cells = mapOf([risk("a", "credit", "legal"), risk("b", "credit", "data"), risk("c", "fraud", "model")]);
    expect(cells.map(({ system, category }) => [system, category])).toEqual([
      ["fraud", "model"],
      ["credit", "data"],
      ["credit", "legal"],
    ]);
  });

  test("shows the worst, counts every band, and keeps unrated apart from low", () => {
    const [cell] = mapOf([
      risk("mild", "fraud", "data", at(1, 1)),
      risk("unknown", "fraud", "data"),
      risk("bad", "fraud", "data", at(5, 4)),
      risk("middling", "fraud", "data", at(3, 4)),
    ]);
    expect(cell).toEqual({
      system: "fraud",
      category: "data",
      worst: { score: 20, band: "critical" },
      counts: { low: 1, medium: 0, high: 1, critical: 1 },
      unrated: 1,
      overLimit: 2,
      expectedAnnualLoss: null,
      risks: ["bad", "middling", "mild", "unknown"],
    });
  });

  test("of equal scores the higher band is the worst", () => {
    expect(mapOf([risk("a", "fraud", "data", at(5, 1)), risk("b", "fraud", "data", at(1, 5))])[0]?.worst).toEqual({
      score: 5,
      band: "medium",
    });
  });

  test("a cell of unrated risks has no worst, no band and nothing over", () => {
    expect(mapOf([risk("a", "fraud", "data")])[0]).toMatchObject({
      worst: null,
      counts: none,
      unrated: 1,
      overLimit: 0,
    });
  });

  test("adds expected losses of the risks that have one", () => {
    const scenario = { frequency: 2, loss: { primary: 1000 } };
    const cells = mapOf([
      risk("a", "fraud", "data", { scenario }),
      risk("b", "fraud", "data", { scenario }),
      risk("c", "fraud", "data", at(1, 1)),
      risk("d", "fraud", "model", at(1, 1)),
    ]);
    expect(cells.map(({ expectedAnnualLoss }) => expectedAnnualLoss)).toEqual([4000, null]);
  });

  test("holds each risk to its own line only", () => {
    const lenient: ScoreLine = { id: "fraud", scope: { system: "fraud" }, appetite: 21, tolerance: 25 };
    const risks = [risk("a", "fraud", "data", at(5, 4)), risk("b", "credit", "data", at(5, 4))];
    expect(mapOf(risks, [portfolioLine, lenient]).map(({ overLimit }) => overLimit)).toEqual([0, 1]);
    expect(mapOf(risks, [lenient]).map(({ overLimit }) => overLimit)).toEqual([0, 0]);
  });
});

import { expect, test } from "vitest";
import { heatMapAnswer } from "../../../test/fixture-portfolio/portfolio-answers.ts";
import { matrixFinding, matrixMeasure, prepareSystemCategoryMatrix } from "./system-category-matrix.ts";

const today = "2026-11-21";
const matrix = prepareSystemCategoryMatrix(heatMapAnswer(), today);
const cell = (system: string, category: string, of = matrix) =>
  of.rows.find((row) => row.system === system)!.cells.find((place) => place.category === category)!;

test("systems stand worst first, then by the money they carry", () => {
  expect(matrix.rows.map(({ system, kind }) => `${kind} ${system}`).slice(0, 6)).toEqual([
    "critical credit-scoring",
    "breach hiring-ranker",
    "warning health-assistant",
    "warning customer-chatbot",
    "warning collections",
    "ok fraud-detection",
  ]);
});

test("a cell shows its worst score on the ramp anchored at the line", () => {
  expect(cell("credit-scoring", "ethical")).toMatchObject({ text: "20", step: 5, kind: "rated" });
  expect(cell("collections", "legal")).toMatchObject({ text: "12", step: 4 });
  expect(cell("credit-scoring", "ethical").words).toBe(
    "Credit scoring API, Ethical: 1 risk, worst residual score 20, 1 over the line, €2.2m a year expected",
  );
});

test("unrated, stale and empty are three different things", () => {
  expect(cell("hiring-ranker", "human")).toMatchObject({ kind: "unrated", text: null, step: null });
  expect(cell("aml-triage", "model")).toMatchObject({ kind: "rated", isStale: true, text: "9" });
  expect(cell("churn", "legal")).toMatchObject({ kind: "none", text: null, words: "Churn model, Legal: no risk" });
});

test("measured in money a cell is its expected loss, and an unrated one says nothing", () => {
  const money = prepareSystemCategoryMatrix(heatMapAnswer({ measure: "expectedAnnualLoss" }), today);
  expect(cell("credit-scoring", "ethical", money)).toMatchObject({ text: "2.2m", step: 5 });
  expect(cell("hiring-ranker", "human", money)).toMatchObject({ text: null, kind: "unrated" });
  expect(money.rampName).toBe("expected loss a year, residual");
});

test("a row says money, deadline and age", () => {
  expect(matrix.rows[0]).toMatchObject({
    loss: { text: "€2.58m", share: 1 },
    deadline: { text: "yesterday", isPast: true },
    assessed: { text: "4 days", isStale: false },
    owner: "Mara Lind",
  });
});

test("the sentence says how few carry most, and only where few do", () => {
  expect(matrixFinding(heatMapAnswer())).toBe("Three systems carry 76\u00a0% of the expected loss");
  const even = heatMapAnswer();
  const systems = even.systems.map((system) => ({ ...system, expectedAnnualLoss: 1 }));
  expect(matrixFinding({ ...even, systems })).toBe("Systems by category of risk");
  expect(matrixFinding({ ...even, systems: [] })).toBe("Systems by category of risk");
  expect(matrixMeasure(even)).toBe("A cell is its worst residual score, never a sum of scores");
});

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { quantificationReport } from "../contract/decision-figures.ts";
import type { Portfolio } from "../contract/portfolio.ts";
import { lossDecisions, mostScenariosToDecide } from "./loss-decisions.ts";
import { exactEngine } from "./quantification-engine.ts";
import { quantifyPortfolio } from "./quantify-portfolio.ts";
import { readPortfolioOrFail } from "./read-portfolio.ts";

const path = "examples/northwind/plimsoll.yaml";
const { portfolio } = readPortfolioOrFail(readFileSync(new URL(`../../${path}`, import.meta.url)), path);
const decisions = lossDecisions(portfolio, { seed: 1 });
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

test("contributions of risks and of systems both add up to the figures of the portfolio", async () => {
  const report = await quantifyPortfolio(portfolio, exactEngine({ bracket: "none" }));
  const { contributions } = decisions;
  expect(quantificationReport.parse(JSON.parse(JSON.stringify({ ...report, ...decisions })))).toEqual({
    ...report,
    ...decisions,
  });
  expect(contributions!.expectedShortfall / report.portfolio.expectedShortfall["0.95"]).toBeCloseTo(1, 9);
  expect(contributions!.valueAtRisk / report.portfolio.valueAtRisk["0.95"]).toBeCloseTo(1, 9);
  for (const parts of [contributions!.risks, contributions!.systems]) {
    const shortfall = sum(parts.map(({ expectedShortfall }) => expectedShortfall));
    const mean = sum(parts.map(({ expectedAnnualLoss }) => expectedAnnualLoss));
    expect(shortfall / contributions!.expectedShortfall).toBeCloseTo(1, 9);
    expect(mean / report.portfolio.expectedAnnualLoss).toBeCloseTo(1, 9);
  }
});

test("the widest input comes first, each with its risk and its own values", () => {
  const { inputs } = decisions.sensitivity!;
  const swings = inputs.map(({ low, high }) => Math.abs(high.expectedAnnualLoss - low.expectedAnnualLoss));
  expect(swings).toEqual(swings.toSorted((a, b) => b - a));
  expect(new Set(inputs.map(({ uncertainty }) => uncertainty))).toEqual(new Set(["knowledge", "chance"]));
  for (const { low, high } of inputs) expect(low.value).toBeLessThanOrEqual(high.value);
});

test("each control that acts on a scenario has its worth, with the risks that it acts on", () => {
  const { controls } = decisions;
  expect(controls!.length).toBeGreaterThan(5);
  for (const { expectedReduction, benefit, risks, annualCost, probabilityWorth, compared, status } of controls!) {
    expect(risks.length).toBeGreaterThan(0);
    expect(benefit.mean).toBe(expectedReduction);
    expect(benefit.quantiles["0.05"]).toBeGreaterThanOrEqual(0);
    expect(probabilityWorth === null).toBe(annualCost === null);
    expect(compared).toBe(status === "working" ? "without-it" : "with-it");
  }
});

test("nothing to decide is said so: no scenario, or too many of them", () => {
  const none = lossDecisions({ version: 1 }, { seed: 1 });
  expect(none).toMatchObject({ contributions: { risks: [], systems: [] }, sensitivity: { inputs: [] }, controls: [] });
  const many: Portfolio = {
    version: 1,
    systems: [{ id: "s" }],
    risks: Array.from({ length: mostScenariosToDecide + 1 }, (_, k) => ({
      id: `r${k}`,
      system: "s",
      category: "model",
      event: "e",
      owner: "o",
      scenario: { frequency: 1, loss: { primary: 1 } },
    })),
  };
  expect(lossDecisions(many, { seed: 1 })).toEqual({ contributions: null, sensitivity: null, controls: null });
});

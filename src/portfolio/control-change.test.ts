import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { controlReport } from "../contract/decision-figures.ts";
import type { Portfolio } from "../contract/portfolio.ts";
import { controlChange } from "./control-change.ts";
import { exactEngine } from "./quantification-engine.ts";
import { quantifyPortfolio } from "./quantify-portfolio.ts";
import { readPortfolioOrFail } from "./read-portfolio.ts";

const risk = { system: "s", category: "model", event: "e", owner: "o" };
const portfolio: Portfolio = {
  version: 1,
  systems: [{ id: "s" }],
  controls: [
    { id: "review", status: "planned", effectiveness: 0.5, annualCost: 6 },
    { id: "filter", status: "working", effectiveness: 0.2, annualCost: 1 },
    { id: "unpriced", status: "planned", effectiveness: 0.1 },
  ],
  limits: [
    { id: "all", scope: "portfolio", measure: "annualLoss", exceeds: 25, appetite: 0.1, tolerance: 0.5 },
    { id: "other", scope: { risk: "other" }, measure: "annualLoss", exceeds: 5, appetite: 0.1, tolerance: 0.3 },
    { id: "words", scope: { risk: "words" }, measure: "annualLoss", exceeds: 5, appetite: 0.1, tolerance: 0.3 },
  ],
  risks: [
    {
      ...risk,
      id: "drift",
      controls: [
        { control: "review", acts: "frequency" },
        { control: "unpriced", acts: "frequency" },
      ],
      scenario: { frequency: 2, loss: { primary: 10 } },
    },
    {
      ...risk,
      id: "other",
      controls: [{ control: "filter", acts: "loss" }],
      scenario: { frequency: 1, loss: { primary: 10 } },
    },
    { ...risk, id: "words" },
  ],
};
const options = { years: 50_000, seed: 4 };

describe("controlChange", () => {
  const report = controlChange(portfolio, [{ id: "review", to: "working" }], options);

  test("is a report to the letter, and survives JSON", () => {
    expect(controlReport.parse(JSON.parse(JSON.stringify(report)))).toEqual(report);
  });

  test("takes half of the events away: expected loss, cost, and how often a year saves more than that", () => {
    expect(report.set).toEqual([{ id: "review", from: "planned", to: "working" }]);
    expect(report.expectedReduction).toBeCloseTo(10, 9);
    expect(report.annualCost).toBe(6);
    expect(report.benefit.mean).toBeCloseTo(10, 9);
    // Events taken away are Poisson of mean 1, each worth 10: P(one or more) = 1 − 1/e, deviation 10.
    const { estimate, standardError } = report.probabilityWorth!;
    expect(Math.abs(estimate - (1 - 1 / Math.E)) / standardError).toBeLessThan(4);
    expect(report.benefit.standardDeviation / 10).toBeCloseTo(1, 1);
    expect(report.benefit.quantiles).toMatchObject({ "0.05": 0, "0.5": 10, "0.95": 30 });
  });

  test("before is what quantify says, after what it says of the changed file", async () => {
    const exact = exactEngine({ bracket: "none" });
    const changed: Portfolio = {
      ...portfolio,
      controls: portfolio.controls!.map((control) =>
        control.id === "review" ? { ...control, status: "working" } : control,
      ),
    };
    const [before, after] = await Promise.all([quantifyPortfolio(portfolio, exact), quantifyPortfolio(changed, exact)]);
    expect(report.before).toEqual(before.portfolio);
    expect(report.after).toEqual(after.portfolio);
    for (const [index, limit] of report.limits.entries()) {
      expect(before.limits[index]).toMatchObject({ id: limit.id, ...limit.before });
      expect(after.limits[index]).toMatchObject({ id: limit.id, ...limit.after });
    }
    expect(report.limits.map((limit) => [limit.before.status, limit.after.status])).toEqual([
      ["breach", "warning"],
      ["breach", "breach"],
      ["unknown", "unknown"],
    ]);
  });

  test("of a control that ends to work the benefit is a loss, and its cost comes back", () => {
    const without = controlChange(portfolio, [{ id: "filter", to: "failing" }], options);
    expect(without.annualCost).toBe(-1);
    expect(without.expectedReduction).toBeCloseTo(-2, 9);
    expect(without.benefit.mean).toBeCloseTo(-2, 9);
    expect(without.benefit.quantiles["0.95"]).toBe(0);
    // Worth the 1 that it sets free where no event happens: e^−1 of the years.
    const { estimate, standardError } = without.probabilityWorth!;
    expect(Math.abs(estimate - 1 / Math.E) / standardError).toBeLessThan(4);
  });

  test("without a price it is not said whether it is worth it", () => {
    const change = controlChange(portfolio, [{ id: "unpriced", to: "working" }], options);
    expect(change).toMatchObject({ annualCost: null, probabilityWorth: null });
    const kept = controlChange(portfolio, [{ id: "unpriced", to: "failing" }], options);
    expect(kept).toMatchObject({ annualCost: 0, expectedReduction: 0, probabilityWorth: { estimate: 0 } });
  });
});

test("the example's controls can all be switched on, and never cost a loss", () => {
  const path = "examples/northwind/plimsoll.yaml";
  const { portfolio: northwind } = readPortfolioOrFail(readFileSync(new URL(`../../${path}`, import.meta.url)), path);
  const planned = northwind.controls!.filter(({ status }) => status === "planned");
  const report = controlChange(
    northwind,
    planned.map(({ id }) => ({ id, to: "working" })),
    { years: 2000, seed: 1 },
  );
  expect(planned.length).toBeGreaterThan(0);
  expect(report.expectedReduction).toBeGreaterThan(0);
  expect(report.benefit.quantiles["0.05"]).toBeGreaterThanOrEqual(0);
});

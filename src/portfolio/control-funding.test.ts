import { describe, expect, test } from "vitest";
import { frontierReport } from "../contract/decision-figures.ts";
import type { Portfolio } from "../contract/portfolio.ts";
import { controlFunding, fundingChoice } from "./control-funding.ts";

const risk = { system: "s", category: "model", event: "e", owner: "o" };
const use = (control: string, acts: "frequency" | "loss") => ({ control, acts });
const portfolio: Portfolio = {
  version: 1,
  currency: "USD",
  systems: [{ id: "s" }],
  controls: [
    { id: "works", status: "working", effectiveness: 0.5, annualCost: 3 },
    { id: "half", status: "planned", effectiveness: 0.5, annualCost: 4 },
    { id: "quarter", status: "failing", effectiveness: 0.25, annualCost: 2 },
    { id: "gone", status: "retired", effectiveness: 0.9, annualCost: 1 },
    { id: "unpriced", status: "planned", effectiveness: 0.9 },
    { id: "idle", status: "planned", annualCost: 1 },
  ],
  limits: [
    { id: "any", scope: { risk: "drift" }, measure: "annualLoss", exceeds: 0, appetite: 0.1, tolerance: 0.6 },
    { id: "kept", scope: "portfolio", measure: "annualLoss", exceeds: 1000, appetite: 0.1, tolerance: 0.6 },
    { id: "lost", scope: "portfolio", measure: "annualLoss", exceeds: 0, appetite: 0.01, tolerance: 0.02 },
    { id: "never", scope: "portfolio", measure: "annualLoss", exceeds: 1000, appetite: 0, tolerance: 0 },
  ],
  risks: [
    {
      ...risk,
      id: "drift",
      controls: [
        use("works", "frequency"),
        use("half", "frequency"),
        use("quarter", "frequency"),
        use("gone", "loss"),
        use("unpriced", "loss"),
      ],
      scenario: { frequency: 2, loss: { primary: 10 } },
    },
  ],
};

describe("controlFunding", () => {
  test("chooses among planned and failing controls that have a price and act on a scenario", () => {
    expect(fundingChoice(portfolio)).toEqual({
      candidates: [
        { id: "half", status: "planned", annualCost: 4 },
        { id: "quarter", status: "failing", annualCost: 2 },
      ],
      unpriced: ["unpriced"],
    });
  });

  test("what works goes on to work: every set from nothing funded on", () => {
    const report = controlFunding(portfolio, { budget: 5, measure: "expectedAnnualLoss" });
    expect(frontierReport.parse(JSON.parse(JSON.stringify(report)))).toEqual(report);
    expect(report).toMatchObject({ currency: "USD", budget: 5, method: "exhaustive", gap: 0 });
    expect(
      report.frontier.map(({ controls, cost, expectedAnnualLoss }) => [controls, cost, expectedAnnualLoss]),
    ).toEqual([
      [[], 0, expect.closeTo(10, 9)],
      [["quarter"], 2, expect.closeTo(7.5, 9)],
      [["half"], 4, expect.closeTo(5, 9)],
      [["half", "quarter"], 6, expect.closeTo(3.75, 9)],
    ]);
    expect(report.best).toMatchObject({ controls: ["half"], cost: 4 });
    expect(report.best.expectedShortfall).toBeGreaterThan(5);
    expect(report.candidates.map(({ expectedReduction }) => expectedReduction)).toEqual([
      expect.closeTo(5, 9),
      expect.closeTo(2.5, 9),
    ]);
  });

  test("by the mean of bad years every set of the frontier has it", () => {
    const { frontier, measure } = controlFunding(portfolio, { budget: 0, measure: "expectedShortfall" });
    expect(measure).toBe("expectedShortfall");
    const shortfalls = frontier.map(({ expectedShortfall }) => expectedShortfall!);
    expect(shortfalls).toEqual(shortfalls.toSorted((a, b) => b - a));
    expect(shortfalls.length).toBeGreaterThan(1);
  });

  test("brings each breached limit back for the least money, says where none does, and leaves kept ones out", () => {
    const { restores } = controlFunding(portfolio, { budget: 5, measure: "expectedAnnualLoss" });
    // P(any loss) is 1 − e^−1 = 0.632 now, 1 − e^−0.75 = 0.528 with the quarter.
    expect(restores).toEqual([
      {
        limit: "any",
        controls: ["quarter"],
        cost: 2,
        probability: expect.closeTo(1 - Math.exp(-0.75), 9),
        method: "exhaustive",
      },
      { limit: "lost", controls: null, cost: null, probability: null, method: null },
      { limit: "never", controls: null, cost: null, probability: null, method: null },
    ]);
  });

  test("without candidates there is nothing to fund", () => {
    const report = controlFunding({ ...portfolio, risks: [] }, { budget: 5, measure: "expectedAnnualLoss" });
    expect(report).toMatchObject({ candidates: [], best: { controls: [], cost: 0, expectedAnnualLoss: 0 } });
    expect(report.restores).toEqual([]);
  });
});

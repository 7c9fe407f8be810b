import { describe, expect, test } from "vitest";
import { plainScenario } from "../../../../test/harness/plain-scenario.ts";
import { exactAnnualLoss } from "../exact/exact-annual-loss.ts";
import type { Scenario } from "../scenario.ts";
import { SimulationStopped } from "../simulation/simulation-stopped.ts";
import { controlBenefits } from "./control-benefits.ts";
import { type ControlRecord, withControls } from "./with-controls.ts";

const scenario = (id: string, parts: Partial<Scenario>) =>
  plainScenario(id, { loss: { primary: { low: 1e4, high: 4e5 } }, ...parts });
const scenarios = [
  scenario("leak", {
    frequency: { low: 0.3, high: 3 },
    controls: [
      { control: "review", acts: "frequency", effectiveness: { min: 0.3, mode: 0.5, max: 0.7 } },
      { control: "backup", acts: "loss", effectiveness: { min: 0.1, max: 0.5 } },
    ],
  }),
  scenario("bias", {
    controls: [{ control: "review", acts: "frequency", effectiveness: 0.4 }],
    commonCauses: [{ cause: "vendor", strikes: 0.2, probability: 0.8 }],
  }),
  scenario("outage", { frequency: 0.4 }),
];
const records: readonly ControlRecord[] = [
  { id: "review", annualCost: 40_000, status: "working" },
  { id: "backup", annualCost: 10_000, status: "planned" },
  { id: "poster", annualCost: null, status: "retired" },
];
const options = { years: 20_000, seed: 5 };
const withOn = (...on: string[]) => exactAnnualLoss(withControls(scenarios, new Set(on)));

describe("what each control is worth beside the others", () => {
  const [review, backup, poster] = controlBenefits(scenarios, records, options);

  test("a working one against its absence", () => {
    const having = withOn("review");
    const lacking = withOn();
    expect(review!.compared).toBe("without-it");
    expect(review!.expectedAnnualLossReduction).toBeCloseTo(lacking.expectedAnnualLoss - having.expectedAnnualLoss, 6);
    const shortfall = lacking.expectedShortfall["0.95"] - having.expectedShortfall["0.95"];
    expect(Math.abs(review!.expectedShortfallReduction / shortfall - 1)).toBeLessThan(1e-3);
    expect(review!.shortfallReductionPerCost).toBe(review!.expectedShortfallReduction / 40_000);
  });

  test("a planned one against its presence, beside what works", () => {
    expect(backup!.compared).toBe("with-it");
    expect(backup!.expectedAnnualLossReduction).toBeCloseTo(
      withOn("review").expectedAnnualLoss - withOn("review", "backup").expectedAnnualLoss,
      6,
    );
    const { returnOnControl, yearlyBenefit, expectedAnnualLossReduction } = backup!;
    expect(yearlyBenefit.mean).toBe(expectedAnnualLossReduction);
    expect(returnOnControl!.mean).toBeCloseTo((expectedAnnualLossReduction - 10_000) / 10_000, 12);
    expect(returnOnControl!.low).toBe((yearlyBenefit.low - 10_000) / 10_000);
    expect(returnOnControl!.high).toBe((yearlyBenefit.high - 10_000) / 10_000);
  });

  test("one that no scenario knows brings nothing, and without a cost has no return", () => {
    expect(poster).toEqual({
      ...records[2],
      compared: "with-it",
      expectedAnnualLossReduction: 0,
      expectedShortfallReduction: 0,
      yearlyBenefit: expect.objectContaining({ mean: 0, low: 0, high: 0, standardDeviation: 0 }),
      returnOnControl: null,
      probabilityWorthItsCost: null,
      shortfallReductionPerCost: null,
    });
  });

  test("the same seed gives the same answer, another does not change what is exact", () => {
    expect(controlBenefits(scenarios, records, options)[0]).toEqual(review);
    const [other] = controlBenefits(scenarios, records, { ...options, seed: 6 });
    expect(other!.expectedShortfallReduction).toBe(review!.expectedShortfallReduction);
    expect(other!.probabilityWorthItsCost).not.toEqual(review!.probabilityWorthItsCost);
  });
});

test("the chance that a control saves more than it costs, known by formula", () => {
  const one = scenario("one", {
    frequency: 0.3,
    count: { kind: "at-most-one" },
    loss: { primary: 100 },
    controls: [{ control: "half", acts: "loss", effectiveness: 0.5 }],
  });
  const [half] = controlBenefits([one], [{ id: "half", annualCost: 10, status: "planned" }], options);
  const { estimate, standardError } = half!.probabilityWorthItsCost!;
  expect(standardError).toBeCloseTo(Math.sqrt((0.3 * 0.7) / 20_000), 4);
  expect(Math.abs(estimate - 0.3) / standardError).toBeLessThan(4);
  expect(half!.yearlyBenefit).toMatchObject({ mean: 15, low: 0, high: 50, quantiles: { "0.5": 0, "0.75": 50 } });
  expect(half!.yearlyBenefit.standardDeviation / (50 * Math.sqrt(0.21))).toBeCloseTo(1, 1);
  const [dear] = controlBenefits([one], [{ id: "half", annualCost: 50, status: "planned" }], options);
  expect(dear!.probabilityWorthItsCost).toEqual({ estimate: 0, standardError: 0 });
  const [free] = controlBenefits([one], [{ id: "half", annualCost: 0, status: "planned" }], options);
  expect([free!.returnOnControl, free!.probabilityWorthItsCost!.estimate]).toEqual([null, estimate]);
});

test("what cannot be is refused, what is long can be stopped", () => {
  const cost = (annualCost: number) => [{ id: "review", annualCost, status: "working" }] as const;
  expect(() => controlBenefits(scenarios, cost(-1), options)).toThrow(/^control review: annual cost -1 /);
  expect(() => controlBenefits(scenarios, records, { years: 0, seed: 1 })).toThrow(/^years /);
  expect(() => controlBenefits(scenarios, records, options, { isStopped: () => true })).toThrow(SimulationStopped);
});

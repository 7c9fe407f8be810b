import { expect, test } from "vitest";
import { exactAnnualLoss } from "./exact/exact-annual-loss.ts";
import { lossForms } from "./loss-forms.ts";
import type { Loss, Scenario } from "./scenario.ts";
import { simulateAnnualLoss } from "./simulation/simulate-annual-loss.ts";

/** Of the k-th form 10^k: the digits of a loss tell which forms were counted. */
const forms = Object.fromEntries(lossForms.map((form, k) => [form, 10 ** k]));
const losing = (loss: Loss): readonly Scenario[] => [{ id: "a", system: "s", frequency: 1, loss, controls: [] }];

test.each([
  ["primary", losing({ primary: { forms } })],
  ["secondary", losing({ primary: 0, secondary: { probability: 1, loss: { forms } } })],
])("each of the six forms of a %s loss counts once, whichever engine adds them up", (_, scenarios) => {
  expect(exactAnnualLoss(scenarios).expectedAnnualLoss).toBeCloseTo(111_111, 6);
  // The least n with P(Poisson(1) ≤ n) ≥ 0.95 is 3.
  const { portfolio } = simulateAnnualLoss(scenarios, { years: 4000, seed: 1 });
  expect(portfolio.valueAtRisk["0.95"]).toBe(333_333);
});

import { expect, test } from "vitest";
import type { CommonCause, Scenario } from "../scenario.ts";
import { simulateAnnualLoss } from "./simulate-annual-loss.ts";
import { simulationMethod } from "./simulation-method.ts";

const STRUCK: CommonCause[] = [{ cause: "vendor", strikes: { min: 0.1, max: 0.5 }, probability: 0.5 }];

/** Forms that are read without Math.log, whose last bits are the language's choice. */
const SCENARIOS: Scenario[] = [
  {
    id: "a",
    system: "s",
    frequency: 1,
    count: { kind: "negative-binomial", size: 0.7 },
    commonCauses: STRUCK,
    loss: { primary: { forms: { fines: { min: 0, max: 9 }, response: { shape: 2, rate: 1 } } } },
    controls: [
      { control: "c", acts: "frequency", effectiveness: { alpha: 2, beta: 3 }, coverage: 0.9, mechanism: "m" },
      { control: "d", acts: "frequency", effectiveness: 0.3, reliability: { min: 0.2, max: 1 }, mechanism: "m" },
    ],
  },
  {
    id: "b",
    system: "s",
    frequency: 1,
    count: { kind: "zero-inflated", silent: 0.4 },
    commonCauses: STRUCK,
    loss: {
      primary: { mu: 1, sigma: 0.5, truncate: { from: 2 }, cap: 8, insurance: { deductible: 1, limit: 2 } },
    },
    controls: [],
  },
  {
    id: "c",
    system: "s",
    frequency: { min: 0.1, max: 0.6 },
    count: { kind: "at-most-one" },
    loss: { primary: { samples: [3, 30] } },
    controls: [],
  },
];

test("other figures of the same seed are those of another version", () => {
  const { portfolio, largestEvent } = simulateAnnualLoss(SCENARIOS, {
    years: 5000,
    seed: 2026,
    occurrence: "portfolio",
    correlation: {
      kind: "pearson",
      between: [
        { a: "a", b: "b", value: 0.6 },
        { a: "b", b: "c", value: -0.3 },
      ],
    },
  });
  expect({
    version: simulationMethod.version,
    residual: portfolio.expectedAnnualLoss,
    inherent: portfolio.inherent.expectedAnnualLoss,
    residualAt99: portfolio.valueAtRisk["0.99"],
    largestResidual: largestEvent!.expectedAnnualLoss,
    largestInherent: largestEvent!.inherent.expectedAnnualLoss,
  }).toEqual({
    version: "2",
    residual: 11.989790456425167,
    inherent: 14.741947531029398,
    residualAt99: 55.38017008466382,
    largestResidual: 8.50439981480809,
    largestInherent: 9.229092690290088,
  });
});

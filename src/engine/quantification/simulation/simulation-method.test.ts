import { expect, test } from "vitest";
import { versionedScenarios } from "../../../../test/harness/versioned-scenarios.ts";
import { simulateAnnualLoss } from "./simulate-annual-loss.ts";
import { simulationMethod } from "./simulation-method.ts";

test("other figures of the same seed are those of another version", () => {
  const { portfolio, largestEvent } = simulateAnnualLoss(versionedScenarios, {
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
    version: "3",
    residual: 11.943009880928376,
    inherent: 14.69516695553259,
    residualAt99: 54.83234982143756,
    largestResidual: 8.486675710482617,
    largestInherent: 9.223041084197321,
  });
});

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
    version: "2",
    residual: 11.989790456425167,
    inherent: 14.741947531029398,
    residualAt99: 55.38017008466382,
    largestResidual: 8.50439981480809,
    largestInherent: 9.229092690290088,
  });
});

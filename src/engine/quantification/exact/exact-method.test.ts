import { expect, test } from "vitest";
import { plainScenario } from "../../../../test/harness/plain-scenario.ts";
import { versionedScenarios } from "../../../../test/harness/versioned-scenarios.ts";
import { exactAnnualLoss } from "./exact-annual-loss.ts";
import { exactMethod } from "./exact-method.ts";
import { exactOccurrence } from "./exact-occurrence.ts";

const forced = {
  threatEvents: { low: 1, high: 9 },
  vulnerability: { threatCapability: { min: 0, max: 1 }, resistance: { min: 0.2, max: 0.8 } },
};
const followed = { primary: { low: 1, high: 20 }, secondary: { probability: { min: 0, max: 0.4 }, loss: 5 } };
const controls = [{ control: "e", acts: "loss", effectiveness: { min: 0.1, max: 0.5 } }] as const;
const scenarios = [...versionedScenarios, plainScenario("forced", { frequency: forced, loss: followed, controls })];

// A simulation of 400,000 years gave these within three standard errors. To 1e-9: the last bits of a transform are
// those of the machine's sine and exponential.
test("other figures of the same scenarios are those of another version", () => {
  const { expectedAnnualLoss, standardDeviation, probabilityOfLoss, valueAtRisk, expectedShortfall } =
    exactAnnualLoss(scenarios);
  const [occurrence] = exactOccurrence(scenarios, [20]);
  const figures = {
    expectedAnnualLoss,
    standardDeviation,
    probabilityOfLoss,
    median: valueAtRisk["0.5"],
    valueAtRisk: valueAtRisk["0.99"],
    expectedShortfall: expectedShortfall["0.95"],
    occurrence: occurrence!,
  };
  expect(exactMethod.version).toBe("3");
  const expected: typeof figures = {
    expectedAnnualLoss: 22.020225091059153,
    standardDeviation: 19.356981388193105,
    probabilityOfLoss: 0.9453511389474103,
    median: 16.598317944912726,
    valueAtRisk: 83.22542185258321,
    expectedShortfall: 74.10741558255343,
    occurrence: 0.21160566341133102,
  };
  for (const [name, figure] of Object.entries(expected)) {
    expect(Math.abs(figures[name as keyof typeof figures] / figure - 1), name).toBeLessThan(1e-9);
  }
});

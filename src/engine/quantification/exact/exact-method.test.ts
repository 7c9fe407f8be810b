import { expect, test } from "vitest";
import type { Scenario } from "../scenario.ts";
import { exactAnnualLoss } from "./exact-annual-loss.ts";
import { exactMethod } from "./exact-method.ts";
import { exactOccurrence } from "./exact-occurrence.ts";

const STRUCK = [{ cause: "vendor", strikes: { min: 0.1, max: 0.5 }, probability: 0.5 }];

/** One of each kind of what the version tells of. */
const SCENARIOS: readonly Scenario[] = [
  {
    id: "a",
    system: "s",
    frequency: {
      threatEvents: { low: 1, high: 9 },
      vulnerability: { threatCapability: { min: 0, max: 1 }, resistance: { min: 0.2, max: 0.8 } },
    },
    count: { kind: "negative-binomial", size: 0.7 },
    commonCauses: STRUCK,
    loss: { primary: { forms: { fines: { min: 0, max: 9e4 }, response: { low: 1e4, high: 2e5 } } } },
    controls: [
      { control: "c", acts: "frequency", effectiveness: { alpha: 2, beta: 3 }, coverage: 0.9, mechanism: "m" },
      { control: "d", acts: "frequency", effectiveness: 0.3, reliability: { min: 0.2, max: 1 }, mechanism: "m" },
      { control: "e", acts: "loss", effectiveness: { min: 0.1, max: 0.5 } },
    ],
  },
  {
    id: "b",
    system: "s",
    frequency: 1,
    count: { kind: "zero-inflated", silent: 0.4 },
    commonCauses: STRUCK,
    loss: { primary: { mu: 10, sigma: 1, cap: 3e5 }, secondary: { probability: { min: 0, max: 0.4 }, loss: 5e4 } },
    controls: [],
  },
  {
    id: "c",
    system: "s",
    frequency: { min: 0.1, max: 0.6 },
    count: { kind: "at-most-one" },
    loss: { primary: { samples: [3e4, 3e5] } },
    controls: [],
  },
];

// To 1e-9: the last bits of a transform are those of the machine's sine and exponential.
test("other figures of the same scenarios are those of another version", () => {
  const { expectedAnnualLoss, standardDeviation, probabilityOfLoss, valueAtRisk, expectedShortfall } =
    exactAnnualLoss(SCENARIOS);
  const [occurrence] = exactOccurrence(SCENARIOS, [2e5]);
  const figures = {
    expectedAnnualLoss,
    standardDeviation,
    probabilityOfLoss,
    median: valueAtRisk["0.5"],
    valueAtRisk: valueAtRisk["0.99"],
    expectedShortfall: expectedShortfall["0.95"],
    occurrence: occurrence!,
  };
  expect(exactMethod.version).toBe("2");
  const expected: typeof figures = {
    expectedAnnualLoss: 191765.72490806493,
    standardDeviation: 236348.08415165497,
    probabilityOfLoss: 0.8145178495874956,
    median: 111440.78090835449,
    valueAtRisk: 1044339.7428313652,
    expectedShortfall: 892059.0729701432,
    occurrence: 0.22149999785000007,
  };
  for (const [name, figure] of Object.entries(expected)) {
    expect(Math.abs(figures[name as keyof typeof figures] / figure - 1), name).toBeLessThan(1e-9);
  }
});

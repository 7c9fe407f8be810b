import { expect, test } from "vitest";
import { exactAnnualLoss } from "../exact/exact-annual-loss.ts";
import type { Scenario } from "../scenario.ts";
import { expectedLoss } from "./expected-loss.ts";

const plain: Scenario = { id: "a", system: "s", frequency: 2, loss: { primary: 5 }, controls: [] };

test.each<[string, Partial<Scenario>]>([
  ["nothing uncertain", {}],
  ["at most one", { frequency: { min: 0.1, max: 0.4 }, count: { kind: "at-most-one" } }],
  ["silent years", { count: { kind: "zero-inflated", silent: 0.3 } }],
  [
    "controls on every node, two of them of one mechanism, and a common cause",
    {
      loss: {
        primary: { low: 1, high: 9 },
        secondary: { probability: 0.4, loss: { forms: { fines: 7, response: 2 } } },
      },
      controls: [
        { control: "k", acts: "frequency", effectiveness: { min: 0, max: 0.8 }, mechanism: "m" },
        { control: "l", acts: "frequency", effectiveness: { min: 0.2, max: 0.6 }, mechanism: "m" },
        { control: "n", acts: "loss", effectiveness: { min: 0.1, max: 0.3 }, coverage: 0.5 },
        { control: "o", acts: "secondary", effectiveness: 0.5 },
      ],
      commonCauses: [{ cause: "v", strikes: { low: 0.1, high: 2 }, probability: 0.3 }],
    },
  ],
])("is the expected annual loss of the exact engine: %s", (_, parts) => {
  const scenario = { ...plain, ...parts };
  const { expectedAnnualLoss } = exactAnnualLoss([scenario]);
  expect(Math.abs(expectedLoss(scenario) / expectedAnnualLoss - 1)).toBeLessThan(1e-13);
});

import type { Scenario } from "../../src/engine/quantification/scenario.ts";
import { plainScenario } from "./plain-scenario.ts";

/** One whose rate is known, one whose rate and secondary loss are not, one under a control on its loss. */
export const mixedScenarios: readonly Scenario[] = [
  plainScenario("fixed", { frequency: 0.7, loss: { primary: { low: 1e4, high: 4e5 } } }),
  plainScenario("uncertain", {
    system: "t",
    frequency: { threatEvents: { low: 1, high: 9 }, vulnerability: { min: 0.1, max: 0.5 } },
    loss: { primary: { low: 5e3, high: 1e5 }, secondary: { probability: 0.3, loss: { low: 1e4, high: 6e5 } } },
  }),
  plainScenario("controlled", {
    frequency: { shape: 2, rate: 1 },
    loss: { primary: { min: 1e4, mode: 5e4, max: 3e5 } },
    controls: [{ control: "c1", acts: "loss", effectiveness: { min: 0.2, max: 0.7 } }],
  }),
];

import type { CommonCause, Scenario } from "../../src/engine/quantification/scenario.ts";

const STRUCK: CommonCause[] = [{ cause: "vendor", strikes: { min: 0.1, max: 0.5 }, probability: 0.5 }];

/** Every kind of count, cut, control and cause, by which versions are told apart; in forms that are read without Math.log, whose last bits are the language's choice. */
export const versionedScenarios: readonly Scenario[] = [
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

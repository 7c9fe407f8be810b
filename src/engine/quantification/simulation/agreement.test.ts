import { expect, test } from "vitest";
import type { AnnualLoss, FigureError } from "../annual-loss.ts";
import { exactOccurrence } from "../exact/exact-occurrence.ts";
import { quantifyExact } from "../exact/quantify-exact.ts";
import type { Scenario } from "../scenario.ts";
import { simulateAnnualLoss } from "./simulate-annual-loss.ts";

/** Every form of estimate, each part of the tree, every count, controls of all kinds, common causes. */
const SCENARIOS: Scenario[] = [
  {
    id: "threats",
    system: "a",
    frequency: { threatEvents: { min: 1, mode: 4, max: 12 }, vulnerability: { alpha: 2, beta: 6 } },
    loss: { primary: { low: 2e4, high: 4e5 } },
    controls: [{ control: "c1", acts: "frequency", effectiveness: { min: 0.2, mode: 0.5, max: 0.7 } }],
  },
  {
    id: "contact",
    system: "a",
    frequency: { contact: { shape: 3, rate: 0.5 }, action: { min: 0.1, max: 0.5 }, vulnerability: 0.6 },
    loss: {
      primary: { mu: 10, sigma: 0.8 },
      secondary: { probability: { min: 0.1, mode: 0.2, max: 0.6 }, loss: { shape: 2, rate: 1e-5 } },
    },
    controls: [{ control: "c2", acts: "loss", effectiveness: { alpha: 3, beta: 3 } }],
  },
  {
    id: "rare",
    system: "b",
    frequency: { low: 0.01, high: 0.2 },
    loss: { primary: { samples: [5e4, 2e5, 3e6] } },
    controls: [],
  },
  {
    id: "clustered",
    system: "b",
    frequency: {
      threatEvents: 8,
      vulnerability: { threatCapability: { min: 0, max: 1 }, resistance: { alpha: 8, beta: 2 } },
    },
    count: { kind: "negative-binomial", size: 0.8 },
    loss: {
      primary: {
        forms: {
          response: { low: 2e3, high: 2e4, cap: 15e3 },
          productivity: { low: 5e3, high: 5e4, truncate: { from: 8e3 } },
          fines: { low: 1e4, high: 2e5, insurance: { deductible: 2e4, limit: 1e5 } },
        },
      },
      secondary: { probability: 0.4, loss: { forms: { reputation: { min: 1e4, mode: 2e4, max: 1e5 } } } },
    },
    controls: [
      { control: "c3", acts: "secondary", effectiveness: { min: 0.2, max: 0.9 }, coverage: 0.8 },
      { control: "c4", acts: "loss", effectiveness: { samples: [0.1, 0.5] }, mechanism: "backup" },
      { control: "c5", acts: "loss", effectiveness: 0.3, reliability: { min: 0.5, max: 1 }, mechanism: "backup" },
    ],
    commonCauses: [{ cause: "vendor", strikes: { min: 0.2, max: 0.6 }, probability: 0.7 }],
  },
  {
    id: "silent",
    system: "c",
    frequency: { min: 2, mode: 3, max: 6, ends: "percentiles" },
    count: { kind: "zero-inflated", silent: 0.6 },
    loss: {
      primary: {
        experts: [{ estimate: { low: 1e4, high: 1e5 }, weight: 2 }, { estimate: { min: 5e4, max: 9e4 } }],
        pool: "linear",
      },
    },
    controls: [{ control: "c1", acts: "frequency", effectiveness: 0.5, coverage: { alpha: 4, beta: 1 } }],
    commonCauses: [{ cause: "vendor", strikes: { min: 0.2, max: 0.6 }, probability: { alpha: 1, beta: 1 } }],
  },
  {
    id: "once",
    system: "c",
    frequency: { min: 0.1, max: 0.4 },
    count: { kind: "at-most-one" },
    loss: {
      primary: {
        experts: [{ estimate: { low: 1e4, high: 1e5 } }, { estimate: { low: 5e4, high: 9e5 } }],
        pool: "quantiles",
      },
    },
    controls: [],
  },
];

function agree(simulated: AnnualLoss, exact: AnnualLoss): void {
  const within = (figure: number, error: FigureError, truth: number) => {
    const { standardError } = error as { standardError: number };
    expect(Math.abs(figure - truth)).toBeLessThanOrEqual(4.5 * standardError + 2e-4 * truth);
  };
  within(simulated.expectedAnnualLoss, simulated.error.expectedAnnualLoss, exact.expectedAnnualLoss);
  within(simulated.standardDeviation, simulated.error.standardDeviation, exact.standardDeviation);
  expect(Math.abs(simulated.probabilityOfLoss - exact.probabilityOfLoss)).toBeLessThan(4.5 * Math.sqrt(0.25 / 4e5));
  for (const p of ["0.5", "0.9", "0.95", "0.99"] as const) {
    within(simulated.valueAtRisk[p], simulated.error.valueAtRisk[p], exact.valueAtRisk[p]);
  }
  for (const p of ["0.95", "0.99"] as const) {
    within(simulated.expectedShortfall[p], simulated.error.expectedShortfall[p], exact.expectedShortfall[p]);
  }
}

test("simulation and exact engine agree within the simulation's errors, in both states, for every part", () => {
  const exact = quantifyExact(SCENARIOS);
  const simulated = simulateAnnualLoss(SCENARIOS, { years: 400_000, seed: 1 });
  const parts = (q: typeof exact) => [q.portfolio, ...q.systems, ...q.risks];
  for (const [i, truth] of parts(exact).entries()) {
    agree(parts(simulated)[i]!, truth);
    agree(parts(simulated)[i]!.inherent, truth.inherent);
  }
});

test("the largest event of a year has the exact engine's law in both states, strikes over all scenarios included", () => {
  const years = 400_000;
  const { largestEvent } = simulateAnnualLoss(SCENARIOS, {
    years,
    seed: 2,
    figuresOf: "portfolio",
    occurrence: "portfolio",
  });
  const uncontrolled = SCENARIOS.map((scenario) => ({ ...scenario, controls: [] }));
  for (const [figures, scenarios] of [
    [largestEvent!, SCENARIOS],
    [largestEvent!.inherent, uncontrolled],
  ] as const) {
    const points = figures.exceedance.filter(({ probability }, i) => i % 10 === 0 && probability > 1e-4);
    const exact = exactOccurrence(
      scenarios,
      points.map(({ loss }) => loss),
    );
    for (const [i, { probability }] of points.entries()) {
      const error = Math.sqrt((exact[i]! * (1 - exact[i]!)) / years);
      expect(Math.abs(probability - exact[i]!)).toBeLessThan(4.5 * error + 2e-4 * exact[i]!);
    }
  }
});

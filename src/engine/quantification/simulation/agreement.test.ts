import { expect, test } from "vitest";
import type { AnnualLoss, FigureError } from "../annual-loss.ts";
import { quantifyExact } from "../exact/quantify-exact.ts";
import type { Scenario } from "../scenario.ts";
import { simulateAnnualLoss } from "./simulate-annual-loss.ts";

/** Every form of estimate, each part of the tree, controls of both kinds. */
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

import type { Scenario } from "../../src/engine/quantification/scenario.ts";
import { scenarioDraws } from "../../src/engine/quantification/simulation/scenario-draws.ts";
import { ScenarioYears } from "../../src/engine/quantification/simulation/scenario-years.ts";
import { lossFreeYears, type YearLosses } from "../../src/engine/quantification/simulation/year-losses.ts";
import { expectAverage } from "./draw-law.ts";

/** Simulated years of a scenario's own events, inherent and residual. */
export function simulatedYears(scenario: Scenario, years: number, seed = 1): YearLosses {
  const losses = lossFreeYears(years, true);
  new ScenarioYears().simulate(losses, [{ draws: scenarioDraws(scenario, seed), own: null }], {
    isStopped: () => false,
  });
  return losses;
}

/** The mean loss of some years. */
export function meanOfYears(years: Float64Array): number {
  return years.reduce((sum, loss) => sum + loss, 0) / years.length;
}

/** Expects mean and variance of a year's loss to be met over 40 replications of 10,000 years. */
export function expectMoments(
  scenario: Scenario,
  truth: Readonly<Record<keyof YearLosses, { readonly mean: number; readonly variance: number }>>,
): void {
  const runs = Array.from({ length: 40 }, (_, seed) => simulatedYears(scenario, 10_000, seed));
  for (const state of ["inherent", "residual"] as const) {
    const { mean, variance } = truth[state];
    expectAverage(
      runs.map((run) => meanOfYears(run[state])),
      mean,
    );
    expectAverage(
      runs.map((run) => meanOfYears(run[state].map((loss) => (loss - mean) ** 2))),
      variance,
    );
  }
}

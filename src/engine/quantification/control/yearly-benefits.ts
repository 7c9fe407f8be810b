import type { Scenario } from "../scenario.ts";
import { scenarioDraws } from "../simulation/scenario-draws.ts";
import { ScenarioYears } from "../simulation/scenario-years.ts";
import { lossFreeYears, type YearLosses } from "../simulation/year-losses.ts";

/**
 * What one set of controls saves over another in single years, on common random numbers: no year is below 0 where the
 * one set holds the other. The memory of a few arrays of years is used again.
 */
export class YearlyBenefits {
  readonly #simulation = new ScenarioYears();
  readonly #seed: number;
  readonly #isStopped: () => boolean;
  readonly #without: YearLosses;
  readonly #with: YearLosses;
  readonly #benefit: Float64Array;

  constructor(years: number, seed: number, isStopped: () => boolean) {
    this.#seed = seed;
    this.#isStopped = isStopped;
    this.#without = lossFreeYears(years, true);
    this.#with = lossFreeYears(years, true);
    this.#benefit = new Float64Array(years);
  }

  /** Loss under `lacks` less the loss under `has`, the same scenarios with more controls; sorted, until the next call. */
  of(lacks: readonly Scenario[], has: readonly Scenario[]): Float64Array {
    this.#fill(this.#without, lacks);
    this.#fill(this.#with, has);
    const benefit = this.#benefit;
    for (let year = 0; year < benefit.length; year++) {
      benefit[year] = this.#without.residual[year]! - this.#with.residual[year]!;
    }
    return benefit.sort();
  }

  #fill(sum: YearLosses, scenarios: readonly Scenario[]): void {
    const tasks = scenarios.map((scenario) => ({ draws: scenarioDraws(scenario, this.#seed), own: null }));
    this.#simulation.simulate(sum, tasks, { isStopped: this.#isStopped });
  }
}

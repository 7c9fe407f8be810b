import type { AnnualLossWithInherent } from "../annual-loss.ts";
import { scenarioDraws } from "./scenario-draws.ts";
import { ScenarioYears } from "./scenario-years.ts";
import type { SimulationPart } from "./simulation-part.ts";
import { SortedYears } from "./sorted-years.ts";
import { figuresOfYears, lossFreeYears, type YearLosses } from "./year-losses.ts";

/** Whose figures are wanted: the portfolio's alone, or those of each system and risk too. */
export type FiguresOf = "portfolio" | "every-part";

/** The figures that one part can give by itself. */
export interface PartFigures {
  readonly risks: readonly ({ readonly id: string } & AnnualLossWithInherent)[];
  /** The figures of the system, where the part is the whole of it. */
  readonly system: AnnualLossWithInherent | null;
}

/** Simulates parts one after the other in the same memory: a few arrays as long as the years, whatever the scenarios. */
export class PartSimulation {
  readonly #years: number;
  readonly #seed: number;
  readonly #figuresOf: FiguresOf;
  readonly #scenarioYears = new ScenarioYears();
  readonly #sorting = new SortedYears();
  /** The years of each scenario of a part, where its figures are wanted. */
  readonly #own: YearLosses[] = [];

  constructor(years: number, seed: number, figuresOf: FiguresOf) {
    this.#years = years;
    this.#seed = seed;
    this.#figuresOf = figuresOf;
  }

  /**
   * Simulates the scenarios of a part and leaves the sum of their losses, year by year, in `sum`, which has two arrays
   * where any of them is controlled.
   *
   * @throws SimulationStopped as soon as `isStopped` answers true
   * @throws EstimateError when an estimate cannot be drawn from, naming the scenario
   */
  simulate(part: SimulationPart, sum: YearLosses, isStopped: () => boolean): PartFigures {
    const tasks = part.scenarios.map((scenario, position) => ({
      id: scenario.id,
      draws: scenarioDraws(scenario, this.#seed),
      own: this.#figuresOf === "every-part" ? this.#ownYears(position, scenario.controls.length > 0) : null,
    }));
    sum.inherent.fill(0);
    sum.residual.fill(0);
    this.#scenarioYears.addTo(sum, tasks, isStopped);
    const isSystem = part.extent === "whole" && this.#figuresOf === "every-part";
    return {
      risks: tasks.flatMap(({ id, own }) => (own ? [{ id, ...figuresOfYears(own, this.#sorting) }] : [])),
      system: isSystem ? figuresOfYears(sum, this.#sorting) : null,
    };
  }

  #ownYears(position: number, isControlled: boolean): YearLosses {
    this.#own[position] ??= lossFreeYears(this.#years, true);
    const { inherent, residual } = this.#own[position];
    return { inherent, residual: isControlled ? residual : inherent };
  }
}

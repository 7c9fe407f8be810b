import type { AnnualLossWithInherent } from "../annual-loss.ts";
import { scenarioDraws } from "./scenario-draws.ts";
import { ScenarioYears } from "./scenario-years.ts";
import { isAnyControlled, type SimulationPart } from "./simulation-part.ts";
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
  readonly #seed: number;
  readonly #figuresOf: FiguresOf;
  readonly #scenarioYears = new ScenarioYears();
  readonly #sorting = new SortedYears();
  readonly #plain: YearLosses;
  readonly #controlled: YearLosses;
  readonly #sum: YearLosses;

  constructor(years: number, seed: number, figuresOf: FiguresOf) {
    this.#seed = seed;
    this.#figuresOf = figuresOf;
    this.#controlled = lossFreeYears(years, true);
    this.#plain = { inherent: this.#controlled.inherent, residual: this.#controlled.inherent };
    this.#sum = lossFreeYears(years, true);
  }

  /**
   * Simulates the scenarios of a part.
   *
   * @returns the figures, and the sum of the losses year by year, valid until the next call
   * @throws SimulationStopped as soon as `isStopped` answers true
   * @throws RangeError when an estimate cannot be drawn from, naming the scenario
   */
  simulate(part: SimulationPart, isStopped: () => boolean): { figures: PartFigures; losses: YearLosses } {
    const sum = isAnyControlled(part.scenarios)
      ? this.#sum
      : { inherent: this.#sum.inherent, residual: this.#sum.inherent };
    sum.inherent.fill(0);
    sum.residual.fill(0);
    const risks: PartFigures["risks"][number][] = [];
    for (const scenario of part.scenarios) {
      const own = scenario.controls.length > 0 ? this.#controlled : this.#plain;
      const draws = scenarioDraws(scenario, this.#seed);
      this.#scenarioYears.addTo(sum, this.#figuresOf === "every-part" ? own : null, draws, isStopped);
      if (this.#figuresOf === "every-part") risks.push({ id: scenario.id, ...figuresOfYears(own, this.#sorting) });
    }
    const isSystem = part.extent === "whole" && this.#figuresOf === "every-part";
    return { figures: { risks, system: isSystem ? figuresOfYears(sum, this.#sorting) : null }, losses: sum };
  }
}

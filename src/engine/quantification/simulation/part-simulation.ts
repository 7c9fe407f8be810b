import type { AnnualLossWithInherent } from "../annual-loss.ts";
import type { CorrelationFactor } from "../correlation/correlation-factor.ts";
import { CorrelatedNormals } from "./correlated-normals.ts";
import { noOccurrences, type Occurrences } from "./occurrences.ts";
import { scenarioDraws } from "./scenario-draws.ts";
import { ScenarioYears } from "./scenario-years.ts";
import type { SimulationPart } from "./simulation-part.ts";
import { SortedYears } from "./sorted-years.ts";
import { figuresOfYears, lossFreeYears, type YearLosses } from "./year-losses.ts";

/** Whose figures are wanted: the portfolio's alone, or those of each system and risk too. */
export type FiguresOf = "portfolio" | "every-part";

/** What all parts of a simulation have in common. */
export interface PartOptions {
  readonly years: number;
  readonly seed: number;
  readonly figuresOf: FiguresOf;
  /** Whether the largest single event of each year is wanted, over all scenarios. */
  readonly occurrence: "none" | "portfolio";
  /** Null where all scenarios are independent. */
  readonly correlation: CorrelationFactor | null;
}

/** The figures that one part can give by itself. */
export interface PartFigures {
  readonly risks: readonly ({ readonly id: string } & AnnualLossWithInherent)[];
  /** The figures of the system, where the part is the whole of it. */
  readonly system: AnnualLossWithInherent | null;
  /** The part's candidates for the largest event of each year, where that is wanted. */
  readonly occurrences: Occurrences | null;
}

/** Simulates parts one after the other in the same memory: a few arrays as long as the years, whatever the scenarios. */
export class PartSimulation {
  readonly #options: PartOptions;
  readonly #scenarioYears = new ScenarioYears();
  readonly #sorting = new SortedYears();
  /** The years of each scenario of a part, where its figures are wanted. */
  readonly #own: YearLosses[] = [];

  constructor(options: PartOptions) {
    this.#options = options;
  }

  /**
   * Simulates the scenarios of a part and leaves the sum of their losses, year by year, in `sum`, which has two arrays
   * where any of them is controlled.
   *
   * @throws SimulationStopped as soon as `isStopped` answers true
   * @throws EstimateError when an estimate cannot be drawn from, naming the scenario
   */
  simulate(part: SimulationPart, sum: YearLosses, isStopped: () => boolean): PartFigures {
    const { years, seed, figuresOf, occurrence, correlation } = this.#options;
    const ids = part.scenarios.map(({ id }) => id);
    const normals = correlation && new CorrelatedNormals(correlation, ids, seed);
    const tasks = part.scenarios.map((scenario, position) => ({
      id: scenario.id,
      draws: scenarioDraws(scenario, seed),
      own: figuresOf === "every-part" ? this.#ownYears(position, scenario.controls.length > 0) : null,
      normals: normals?.of(scenario.id) ?? null,
    }));
    const occurrences = occurrence === "portfolio" ? noOccurrences(years) : null;
    this.#scenarioYears.simulate(sum, tasks, {
      isStopped,
      onBlock: normals ? (block) => normals.fillBlock(block) : undefined,
      occurrences,
    });
    const isSystem = part.extent === "whole" && figuresOf === "every-part";
    return {
      risks: tasks.flatMap(({ id, own }) => (own ? [{ id, ...figuresOfYears(own, this.#sorting) }] : [])),
      system: isSystem ? figuresOfYears(sum, this.#sorting) : null,
      occurrences,
    };
  }

  #ownYears(position: number, isControlled: boolean): YearLosses {
    this.#own[position] ??= lossFreeYears(this.#options.years, true);
    const { inherent, residual } = this.#own[position];
    return { inherent, residual: isControlled ? residual : inherent };
  }
}

import type { QuantifiedScenarios } from "../annual-loss.ts";
import type { Scenario } from "../scenario.ts";
import type { FiguresOf, PartFigures } from "./part-simulation.ts";
import { isAnyControlled, type SimulationPart } from "./simulation-part.ts";
import { SortedYears } from "./sorted-years.ts";
import { addYearLosses, figuresOfYears, lossFreeYears, type YearLosses } from "./year-losses.ts";

type Risk = QuantifiedScenarios["risks"][number];
type System = QuantifiedScenarios["systems"][number];

/** Adds up parts, in their order, to the figures of systems and portfolio. */
export class PartSums {
  readonly #scenarios: readonly Scenario[];
  readonly #figuresOf: FiguresOf;
  readonly #exceeds: readonly number[];
  readonly #portfolio: YearLosses;
  readonly #sorting = new SortedYears();
  readonly #risks = new Map<string, Risk>();
  readonly #systems = new Map<string, System>();
  /** Sum of the system whose parts are being added, while it has several. */
  #system: YearLosses | null = null;

  constructor(scenarios: readonly Scenario[], years: number, figuresOf: FiguresOf, exceeds: readonly number[] = []) {
    this.#exceeds = exceeds;
    this.#scenarios = scenarios;
    this.#figuresOf = figuresOf;
    this.#portfolio = lossFreeYears(years, isAnyControlled(scenarios));
  }

  /** Adds the next part; parts come in the order of `simulationParts`. */
  add(part: SimulationPart, figures: PartFigures, losses: YearLosses): void {
    addYearLosses(this.#portfolio, losses);
    if (this.#figuresOf === "portfolio") return;
    for (const risk of figures.risks) this.#risks.set(risk.id, risk);
    if (figures.system) this.#systems.set(part.system, { id: part.system, ...figures.system });
    else this.#addToSystem(part, losses);
  }

  #addToSystem(part: SimulationPart, losses: YearLosses): void {
    if (part.extent === "beginning") {
      const ofSystem = this.#scenarios.filter((scenario) => scenario.system === part.system);
      this.#system = lossFreeYears(losses.inherent.length, isAnyControlled(ofSystem));
    }
    if (!this.#system) throw new Error(`part of system ${part.system} out of order`);
    addYearLosses(this.#system, losses);
    if (part.extent === "end") {
      this.#systems.set(part.system, { id: part.system, ...figuresOfYears(this.#system, this.#sorting) });
      this.#system = null;
    }
  }

  /** The figures of all parts added, systems and risks in the order in which the scenarios were given. */
  figures(): QuantifiedScenarios {
    const portfolio = figuresOfYears(this.#portfolio, this.#sorting);
    const exceedance = this.#exceeds.map((loss) => shareAbove(this.#portfolio.residual, loss));
    if (this.#figuresOf === "portfolio") return { portfolio, systems: [], risks: [], exceedance };
    const systems = new Set(this.#scenarios.map((scenario) => scenario.system));
    return {
      portfolio,
      exceedance,
      systems: [...systems].map((id) => this.#systems.get(id)!),
      risks: this.#scenarios.map((scenario) => this.#risks.get(scenario.id)!),
    };
  }
}

function shareAbove(years: Float64Array, loss: number): number {
  let above = 0;
  for (let year = 0; year < years.length; year++) if (years[year]! > loss) above++;
  return above / years.length;
}

import type { QuantifiedScenarios } from "../annual-loss.ts";
import type { Scenario } from "../scenario.ts";
import { BlockStreams } from "./block-streams.ts";
import { causeStrikes } from "./cause-strikes.ts";
import { addOccurrences, noOccurrences, type Occurrences, raiseToStrikes } from "./occurrences.ts";
import type { PartFigures, PartOptions } from "./part-simulation.ts";
import { quantileError } from "./quantile-error.ts";
import { type CauseDraws, scenarioDraws } from "./scenario-draws.ts";
import type { SampleQuantile, SimulatedScenarios, SimulationOptions } from "./simulation-options.ts";
import { isAnyControlled, type SimulationPart } from "./simulation-part.ts";
import { SortedYears } from "./sorted-years.ts";
import { addYearLosses, figuresOfYears, lossFreeYears, type YearLosses } from "./year-losses.ts";

type Risk = QuantifiedScenarios["risks"][number];
type System = QuantifiedScenarios["systems"][number];

/** What is read off the years of the whole portfolio beside its figures. */
type AskedOfYears = Pick<SimulationOptions, "exceeds" | "levels">;

/** Adds up parts, in their order, to the figures of systems and portfolio. */
export class PartSums {
  readonly #scenarios: readonly Scenario[];
  readonly #options: PartOptions;
  readonly #asked: AskedOfYears;
  readonly #portfolio: YearLosses;
  readonly #occurrences: Occurrences | null;
  readonly #sorting = new SortedYears();
  readonly #risks = new Map<string, Risk>();
  readonly #systems = new Map<string, System>();
  /** Sum of the system whose parts are being added, while it has several. */
  #system: YearLosses | null = null;

  constructor(scenarios: readonly Scenario[], options: PartOptions, asked: AskedOfYears = {}) {
    this.#asked = asked;
    this.#scenarios = scenarios;
    this.#options = options;
    this.#portfolio = lossFreeYears(options.years, isAnyControlled(scenarios));
    this.#occurrences = options.occurrence === "portfolio" ? noOccurrences(options.years) : null;
  }

  /** Adds the next part; parts come in the order of `simulationParts`. */
  add(part: SimulationPart, figures: PartFigures, losses: YearLosses): void {
    addYearLosses(this.#portfolio, losses);
    if (this.#occurrences && figures.occurrences) addOccurrences(this.#occurrences, figures.occurrences);
    if (this.#options.figuresOf === "portfolio") return;
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
  figures(): SimulatedScenarios {
    const { figuresOf, correlation } = this.#options;
    const { exceeds = [], levels = [] } = this.#asked;
    const figures = {
      portfolio: figuresOfYears(this.#portfolio, this.#sorting),
      exceedance: exceeds.map((loss) => shareAbove(this.#portfolio.residual, loss)),
      ...(levels.length > 0 && { quantiles: quantilesOf(this.#sorting.of(this.#portfolio.residual), levels) }),
      ...(this.#occurrences && this.#largestEvent(this.#occurrences, levels)),
      ...(correlation && { correlation: { kind: correlation.kind, largestChange: correlation.largestChange } }),
    };
    if (figuresOf === "portfolio") return { ...figures, systems: [], risks: [] };
    const systems = new Set(this.#scenarios.map((scenario) => scenario.system));
    return {
      ...figures,
      systems: [...systems].map((id) => this.#systems.get(id)!),
      risks: this.#scenarios.map((scenario) => this.#risks.get(scenario.id)!),
    };
  }

  #largestEvent(
    occurrences: Occurrences,
    levels: readonly number[],
  ): Pick<SimulatedScenarios, "largestEvent" | "largestEventQuantiles"> {
    const causes = new Map<string, CauseDraws>();
    for (const scenario of this.#scenarios) {
      if (!scenario.commonCauses?.length) continue;
      for (const draws of scenarioDraws(scenario, this.#options.seed).causes) causes.set(draws.cause, draws);
    }
    const streams = new BlockStreams();
    for (const [cause, draws] of causes) {
      raiseToStrikes(occurrences, cause, (block) => {
        streams.begin(block);
        return causeStrikes(draws, streams);
      });
    }
    const largestEvent = figuresOfYears(occurrences.largest, this.#sorting);
    if (levels.length === 0) return { largestEvent };
    return { largestEvent, largestEventQuantiles: quantilesOf(this.#sorting.of(occurrences.largest.residual), levels) };
  }
}

/** inf { x : F(x) ≥ p }, the ⌈np⌉-th smallest; np that misses a whole number by rounding is that number. */
function quantilesOf(sorted: Float64Array, levels: readonly number[]): SampleQuantile[] {
  const n = sorted.length;
  return levels.map((level) => ({
    loss: sorted[Math.min(n, Math.max(1, Math.ceil(n * level - 1e-9 * n))) - 1]!,
    standardError: n > 1 ? quantileError(sorted, level) : Number.POSITIVE_INFINITY,
  }));
}

function shareAbove(years: Float64Array, loss: number): number {
  let above = 0;
  for (let year = 0; year < years.length; year++) if (years[year]! > loss) above++;
  return above / years.length;
}

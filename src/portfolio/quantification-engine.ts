import type { AnnualLossReport } from "../contract/quantification-report.ts";
import { returnPeriodYears } from "../contract/return-periods.ts";
import type { QuantifiedScenarios } from "../engine/quantification/annual-loss.ts";
import type { Correlation } from "../engine/quantification/correlation/correlation.ts";
import { correlationAmong } from "../engine/quantification/correlation/correlation-among.ts";
import {
  exactLimitReadings,
  type LineReading,
  type LossLine,
} from "../engine/quantification/exact/exact-limit-readings.ts";
import { exactMethod } from "../engine/quantification/exact/exact-method.ts";
import { exactReturnPeriods, type ReturnPeriod } from "../engine/quantification/exact/exact-return-periods.ts";
import { quantifyExact } from "../engine/quantification/exact/quantify-exact.ts";
import type { Scenario } from "../engine/quantification/scenario.ts";
import type { PreciseScenarios, PrecisionOptions } from "../engine/quantification/simulation/precision-rounds.ts";
import { simulationMethod } from "../engine/quantification/simulation/simulation-method.ts";
import type { SimulatedScenarios, SimulationOptions } from "../engine/quantification/simulation/simulation-options.ts";

/** One of the two ways to an annual loss, as a report calls it. */
export interface QuantificationEngine {
  readonly name: "exact" | "simulation";
  readonly method: { readonly name: string; readonly version: string };
  readonly seed: number | null;
  /** All figures, and lines read off the residual loss of all scenarios. */
  quantify(scenarios: readonly Scenario[], lines: readonly LossLine[]): Promise<Quantified>;
  /** The lines alone, of a part of the scenarios that were quantified before. */
  readings(scenarios: readonly Scenario[], lines: readonly LossLine[]): Promise<readonly LineReading[]>;
}

type Made = Pick<AnnualLossReport, "years" | "convergence" | "correlation">;

interface Quantified extends Made {
  readonly figures: QuantifiedScenarios;
  readonly readings: readonly LineReading[];
  readonly returnPeriods: readonly ReturnPeriod[];
}

/** The exact engine: by Fourier transform, without seed or years. */
export function exactEngine({ bracket }: { readonly bracket: "none" | "rigorous" }): QuantificationEngine {
  return {
    name: "exact",
    method: exactMethod,
    seed: null,
    quantify: async (scenarios, lines) => ({
      figures: quantifyExact(scenarios, { bracket }),
      readings: exactLimitReadings(scenarios, lines),
      returnPeriods: exactReturnPeriods(scenarios, returnPeriodYears),
      years: null,
      convergence: null,
      correlation: null,
    }),
    readings: async (scenarios, lines) => exactLimitReadings(scenarios, lines),
  };
}

/** What runs simulations: the engine in place, or the threads of a pool. */
export interface Simulator {
  simulate(
    scenarios: readonly Scenario[],
    options: SimulationOptions,
  ): SimulatedScenarios | Promise<SimulatedScenarios>;
  simulateToPrecision(
    scenarios: readonly Scenario[],
    options: PrecisionOptions,
  ): PreciseScenarios | Promise<PreciseScenarios>;
}

/** The answer of either kind of simulation. */
type Simulated = SimulatedScenarios & Partial<PreciseScenarios>;

/** How a simulation is wanted: a number of years, or a precision and the most years that it may take. */
export interface SimulationWish {
  readonly seed: number;
  readonly years: number;
  /** Largest half-width of a 95 % interval as a share of the figure; without one, as many years as said. */
  readonly precision?: number | undefined;
  readonly correlation?: Correlation | undefined;
}

/** The simulation; what is asked after the figures takes as many years as they took. */
export function simulationEngine(
  simulator: Simulator,
  { seed, years: wanted, precision, correlation }: SimulationWish,
): QuantificationEngine {
  let taken = wanted;
  return {
    name: "simulation",
    method: simulationMethod,
    seed,
    quantify: async (scenarios, lines) => {
      const asked = { seed, correlation, occurrence: "portfolio" as const, ...askedOf(lines, returnPeriodYears) };
      const simulated: Simulated =
        precision === undefined
          ? await simulator.simulate(scenarios, { ...asked, years: wanted })
          : await simulator.simulateToPrecision(scenarios, { ...asked, relative: precision, mostYears: wanted });
      const { figures, readings, returnPeriods } = answered(simulated, lines);
      taken = simulated.years ?? wanted;
      const used = simulated.correlation;
      return {
        figures,
        readings,
        returnPeriods,
        years: taken,
        convergence: convergenceOf(simulated, { years: taken, precision }),
        correlation: used ? { kind: used.kind, largestRepair: used.largestChange } : null,
      };
    },
    readings: async (scenarios, lines) => {
      const within = correlation && correlationAmong(correlation, new Set(scenarios.map(({ id }) => id)));
      const options = { seed, years: taken, correlation: within, figuresOf: "portfolio" as const };
      return answered(await simulator.simulate(scenarios, { ...options, ...askedOf(lines, []) }), lines).readings;
    },
  };
}

/** Return periods first, then the tolerance of each line; a tolerance of 0 has no level and is read as 1. */
function askedOf(
  lines: readonly LossLine[],
  periods: readonly number[],
): Required<Pick<SimulationOptions, "exceeds" | "levels">> {
  return {
    exceeds: lines.map(({ exceeds }) => exceeds),
    levels: [...periods.map((years) => 1 - 1 / years), ...lines.map(({ tolerance }) => 1 - tolerance)],
  };
}

function answered(
  { exceedance = [], quantiles = [], largestEventQuantiles = [], ...figures }: SimulatedScenarios,
  lines: readonly LossLine[],
): Pick<Quantified, "figures" | "readings" | "returnPeriods"> {
  const periods = quantiles.length - lines.length;
  return {
    figures,
    readings: lines.map(({ tolerance }, k) => ({
      probability: exceedance[k]!,
      lossAtTolerance: tolerance > 0 ? quantiles[periods + k]!.loss : null,
    })),
    returnPeriods: returnPeriodYears.slice(0, periods).map((years, k) => {
      const [aggregate, occurrence] = [quantiles[k]!, largestEventQuantiles[k]!];
      return {
        years,
        aggregate: aggregate.loss,
        occurrence: occurrence.loss,
        error: {
          aggregate: { standardError: aggregate.standardError },
          occurrence: { standardError: occurrence.standardError },
        },
      };
    }),
  };
}

/** The rounds of a simulation to a precision, or the one of any other. */
function convergenceOf(
  simulated: Simulated,
  { years, precision }: { readonly years: number; readonly precision: number | undefined },
): Made["convergence"] {
  if (simulated.convergence && simulated.precision) {
    return {
      relative: precision ?? null,
      precision: simulated.precision,
      rounds: simulated.convergence.map((round) => ({ ...round })),
    };
  }
  const { valueAtRisk, expectedShortfall, error } = simulated.portfolio;
  const halfWidth = (of: typeof error.expectedAnnualLoss) => ("standardError" in of ? z975 * of.standardError : 0);
  const valueAtRisk95 = { figure: valueAtRisk["0.95"], halfWidth: halfWidth(error.valueAtRisk["0.95"]) };
  const expectedShortfall95 = {
    figure: expectedShortfall["0.95"],
    halfWidth: halfWidth(error.expectedShortfall["0.95"]),
  };
  return { relative: null, precision: "not-asked", rounds: [{ years, valueAtRisk95, expectedShortfall95 }] };
}

/** Half the width of a 95 % interval in standard errors. */
const z975 = 1.959963984540054;

import type { QuantifiedScenarios } from "../engine/quantification/annual-loss.ts";
import { exactExceedance } from "../engine/quantification/exact/exact-exceedance.ts";
import { exactMethod } from "../engine/quantification/exact/exact-method.ts";
import { quantifyExact } from "../engine/quantification/exact/quantify-exact.ts";
import type { Scenario } from "../engine/quantification/scenario.ts";
import { simulationMethod } from "../engine/quantification/simulation/simulation-method.ts";
import type { SimulationOptions } from "../engine/quantification/simulation/simulation-options.ts";

/** One of the two ways to an annual loss, as a report calls it. */
export interface QuantificationEngine {
  readonly name: "exact" | "simulation";
  readonly method: { readonly name: string; readonly version: string };
  readonly seed: number | null;
  readonly years: number | null;
  /** All figures, and the probability that a year's residual loss of all scenarios is larger than each amount. */
  quantify(scenarios: readonly Scenario[], exceeds: readonly number[]): Promise<Quantified>;
  /** That probability alone. */
  exceedance(scenarios: readonly Scenario[], exceeds: readonly number[]): Promise<readonly number[]>;
}

interface Quantified {
  readonly figures: QuantifiedScenarios;
  readonly exceedance: readonly number[];
}

/** The exact engine: by Fourier transform, without seed or years. */
export function exactEngine({ bracket }: { readonly bracket: "none" | "rigorous" }): QuantificationEngine {
  return {
    name: "exact",
    method: exactMethod,
    seed: null,
    years: null,
    quantify: async (scenarios, exceeds) => ({
      figures: quantifyExact(scenarios, { bracket }),
      exceedance: exceeds.length === 0 ? [] : exactExceedance(scenarios, exceeds),
    }),
    exceedance: async (scenarios, exceeds) => exactExceedance(scenarios, exceeds),
  };
}

/** The simulation, run by whatever runs it: in place, or on the threads of a pool. */
export function simulationEngine(
  simulate: (
    scenarios: readonly Scenario[],
    options: SimulationOptions,
  ) => QuantifiedScenarios | Promise<QuantifiedScenarios>,
  { seed, years }: { readonly seed: number; readonly years: number },
): QuantificationEngine {
  const run = async (scenarios: readonly Scenario[], options: Partial<SimulationOptions>): Promise<Quantified> => {
    const { exceedance = [], ...figures } = await simulate(scenarios, { seed, years, ...options });
    return { figures, exceedance };
  };
  return {
    name: "simulation",
    method: simulationMethod,
    seed,
    years,
    quantify: (scenarios, exceeds) => run(scenarios, { exceeds }),
    exceedance: async (scenarios, exceeds) => (await run(scenarios, { exceeds, figuresOf: "portfolio" })).exceedance,
  };
}

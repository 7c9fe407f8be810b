import { correlationFactor } from "../correlation/correlation-factor.ts";
import type { Scenario } from "../scenario.ts";
import { checkSimulation } from "./check-simulation.ts";
import type { PartOptions } from "./part-simulation.ts";
import type { SimulationOptions } from "./simulation-options.ts";
import { type SimulationPart, simulationParts } from "./simulation-part.ts";

/** A simulation ready to be given out part by part. */
export interface PreparedSimulation {
  readonly parts: readonly SimulationPart[];
  readonly ofParts: PartOptions;
}

/**
 * Checks a simulation, cuts it into parts and reads its correlation.
 *
 * @throws RangeError on whatever `simulateAnnualLoss` refuses
 *
 * @example
 * preparedSimulation([], { years: 1, seed: 1 }).ofParts.figuresOf // => "every-part"
 */
export function preparedSimulation(scenarios: readonly Scenario[], options: SimulationOptions): PreparedSimulation {
  checkSimulation(scenarios, options);
  const { years, seed, figuresOf = "every-part", occurrence = "none", correlation } = options;
  const parts = simulationParts(scenarios);
  const ids = scenarios.map(({ id }) => id);
  const factor = correlation ? correlationFactor(correlation, ids) : null;
  return { parts, ofParts: { years, seed, figuresOf, occurrence, correlation: factor } };
}

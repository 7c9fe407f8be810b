import type { QuantifiedScenarios } from "../annual-loss.ts";
import type { Scenario } from "../scenario.ts";
import { checkSimulation } from "./check-simulation.ts";
import { type FiguresOf, PartSimulation } from "./part-simulation.ts";
import { PartSums } from "./part-sums.ts";
import { isAnyControlled, simulationParts } from "./simulation-part.ts";
import { lossFreeYears } from "./year-losses.ts";

/** What a simulation is asked for; with the scenarios this decides every bit of its answer. */
export interface SimulationOptions {
  /** Number of years simulated, a whole number from 1 to 10 million. */
  readonly years: number;
  /** Whole number in [0, 2^53). */
  readonly seed: number;
  /** Whose figures are wanted, `"every-part"` unless given; `"portfolio"` leaves `systems` and `risks` empty. */
  readonly figuresOf?: FiguresOf;
  /** Amounts; `exceedance` then answers the share of years in which the residual loss of all scenarios is larger. */
  readonly exceeds?: readonly number[];
}

/** How a simulation is watched and ended. */
export interface SimulationWatch {
  /** Told how many of all scenarios are done. */
  readonly onProgress?: (done: number, all: number) => void;
  /** Asked often; true ends the simulation with SimulationStopped. */
  readonly isStopped?: () => boolean;
}

/**
 * Distribution of a year's loss by seeded Monte Carlo, for the portfolio, each system and each risk, residual and
 * inherent, every figure with its standard error.
 *
 * Each year draws the frequency, the probability of a secondary loss and the effectiveness of controls of each
 * scenario once, then a Poisson number of events, each with its own loss. Random numbers are keyed by seed,
 * scenario id, block of years and quantity, so a risk's figures are the same bits whatever else is simulated, and the
 * residual year never costs more than the same inherent year. Scenarios are independent of each other.
 * Time follows the number of events, near 10 ns each; memory is a dozen arrays of `years` doubles.
 *
 * Source: Open FAIR (O-RT 3.0.1) for the tree; docs/method/simulation.md for draws, streams and errors.
 *
 * @throws RangeError when years or seed are out of range, an id is given twice, an estimate cannot be drawn from, or a
 * loss is not finite
 * @throws SimulationStopped when `watch.isStopped` answered true
 *
 * @example
 * const scenario = { id: "r", system: "s", frequency: 0, loss: { primary: 1000 }, controls: [] };
 * simulateAnnualLoss([scenario], { years: 10, seed: 1 }).portfolio.expectedAnnualLoss // => 0
 */
export function simulateAnnualLoss(
  scenarios: readonly Scenario[],
  { years, seed, figuresOf = "every-part", exceeds = [] }: SimulationOptions,
  { onProgress = () => {}, isStopped = () => false }: SimulationWatch = {},
): QuantifiedScenarios {
  checkSimulation(scenarios, { years, seed });
  const simulation = new PartSimulation(years, seed, figuresOf);
  const sums = new PartSums(scenarios, years, figuresOf, exceeds);
  const controlled = lossFreeYears(years, true);
  const plain = { inherent: controlled.inherent, residual: controlled.inherent };
  let done = 0;
  for (const part of simulationParts(scenarios)) {
    const losses = isAnyControlled(part.scenarios) ? controlled : plain;
    sums.add(part, simulation.simulate(part, losses, isStopped), losses);
    done += part.scenarios.length;
    onProgress(done, scenarios.length);
  }
  return sums.figures();
}

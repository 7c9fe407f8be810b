import type { Scenario } from "../scenario.ts";
import { PartSimulation } from "./part-simulation.ts";
import { PartSums } from "./part-sums.ts";
import { preparedSimulation } from "./prepared-simulation.ts";
import type { SimulatedScenarios, SimulationOptions, SimulationWatch } from "./simulation-options.ts";
import { isAnyControlled } from "./simulation-part.ts";
import { lossFreeYears } from "./year-losses.ts";

/**
 * Distribution of a year's loss by seeded Monte Carlo, for the portfolio, each system and each risk, residual and
 * inherent, every figure with its standard error.
 *
 * Each year draws what is not known of each scenario once (the factors of its frequency, the probability of a secondary
 * loss, what each control takes away), then a number of events of the law of its count, each with its own loss, and the
 * strikes of common causes. Random numbers are keyed by seed, scenario id (control id, cause), block of years and
 * quantity, so a risk's figures are the same bits whatever else is simulated, and the residual year never costs more
 * than the same inherent year. Scenarios are independent but for common causes and a given correlation.
 * Time follows the number of events, near 10 ns each; memory is a dozen arrays of `years` doubles.
 *
 * Source: Open FAIR (O-RT 3.0.1) for the tree; docs/method/simulation.md for draws, streams and errors.
 *
 * @throws RangeError when years or seed are out of range, an id is given twice, an estimate cannot be drawn from, a
 * common cause has different strikes in two scenarios, a correlation is none, or a loss is not finite
 * @throws SimulationStopped when `watch.isStopped` answered true
 *
 * @example
 * const scenario = { id: "r", system: "s", frequency: 0, loss: { primary: 1000 }, controls: [] };
 * simulateAnnualLoss([scenario], { years: 10, seed: 1 }).portfolio.expectedAnnualLoss // => 0
 */
export function simulateAnnualLoss(
  scenarios: readonly Scenario[],
  options: SimulationOptions,
  { onProgress = () => {}, isStopped = () => false }: SimulationWatch = {},
): SimulatedScenarios {
  const { parts, ofParts } = preparedSimulation(scenarios, options);
  const simulation = new PartSimulation(ofParts);
  const sums = new PartSums(scenarios, ofParts, options);
  const controlled = lossFreeYears(options.years, true);
  const plain = { inherent: controlled.inherent, residual: controlled.inherent };
  let done = 0;
  for (const part of parts) {
    const losses = isAnyControlled(part.scenarios) ? controlled : plain;
    sums.add(part, simulation.simulate(part, losses, isStopped), losses);
    done += part.scenarios.length;
    onProgress(done, scenarios.length);
  }
  return sums.figures();
}

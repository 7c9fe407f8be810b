import type { Scenario } from "../scenario.ts";
import {
  type PreciseScenarios,
  type PrecisionOptions,
  type PrecisionWatch,
  precisionRounds,
} from "./precision-rounds.ts";
import { simulateAnnualLoss } from "./simulate-annual-loss.ts";

/**
 * Distribution of a year's loss by as many simulated years as a precision takes: until the 95 % intervals of the
 * residual portfolio's value at risk and expected shortfall at 95 % reach no further than a share of the figure to
 * either side, or the most years are reached, which the answer says.
 *
 * The answer is that of `simulateAnnualLoss` with its `years`. The errors are estimates themselves, and one that comes
 * out small by chance ends the rounds: the interval holds the truth somewhat less often than in 95 of 100 seeds.
 *
 * @throws RangeError when `relative` is not in (0, 1), mostYears is none, or on whatever `simulateAnnualLoss` refuses
 * @throws SimulationStopped when `watch.isStopped` answered true
 *
 * @example
 * const scenario = { id: "r", system: "s", frequency: 0, loss: { primary: 1000 }, controls: [] };
 * simulateToPrecision([scenario], { relative: 0.01, seed: 1 }).years // => 8192
 */
export function simulateToPrecision(
  scenarios: readonly Scenario[],
  options: PrecisionOptions,
  { onRound, ...watch }: PrecisionWatch = {},
): PreciseScenarios {
  const rounds = precisionRounds(options, onRound);
  let round = rounds.next();
  while (!round.done) round = rounds.next(simulateAnnualLoss(scenarios, round.value, watch));
  return round.value;
}

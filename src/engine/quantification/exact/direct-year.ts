import type { Distribution } from "../../stats/distribution.ts";
import type { CauseYear } from "./cause-year.ts";
import type { ScenarioYear } from "./scenario-year.ts";

/** Events of fixed rate whose losses join those of others in one compound Poisson loss. */
export interface DirectYear {
  readonly rate: number;
  readonly loss: Distribution;
}

/**
 * The fixed-rate reading of a year, or undefined where it has to be solved on its own grid first: any count but a
 * Poisson one of certain rate, a multiplier, a secondary loss, a loss of several addends, a common cause that strikes
 * several scenarios, or so many events that its own window is finer.
 *
 * @example
 * const scenario = { id: "a", system: "s", frequency: 2, loss: { primary: 5 }, controls: [] };
 * directYear(scenarioYear(scenarioDistributions(scenario))).rate // => 2
 */
export function directYear(year: ScenarioYear | CauseYear): DirectYear | undefined {
  const [only, ...others] = year.kind === "own" ? [{ probability: 1, event: year }] : year.struck;
  if (year.rate.kind !== "fixed" || !only || others.length > 0) return undefined;
  const rate = year.rate.rate * only.probability;
  const { primary, secondary, multiplier } = only.event;
  const [loss] = primary;
  return rate <= 1000 && !multiplier && !secondary && loss && primary.length === 1 ? { rate, loss } : undefined;
}

import type { Distribution } from "../../stats/distribution.ts";
import type { ScenarioYear } from "./scenario-year.ts";

/** A scenario of fixed rate whose losses join those of the others in one compound Poisson loss. */
export interface DirectYear {
  readonly rate: number;
  readonly loss: Distribution;
}

/**
 * The fixed-rate reading of a scenario, or undefined where its year has to be solved on its own grid first: an
 * uncertain rate or multiplier, a secondary loss, or so many events that its own window is finer.
 *
 * @example
 * const scenario = { id: "a", system: "s", frequency: 2, loss: { primary: 5 }, controls: [] };
 * directYear(scenarioYear(scenarioDistributions(scenario))).rate // => 2
 */
export function directYear({ rate, multiplier, primary, secondary }: ScenarioYear): DirectYear | undefined {
  return rate.kind === "fixed" && rate.rate <= 1000 && !multiplier && !secondary
    ? { rate: rate.rate, loss: primary }
    : undefined;
}

import { checkSeed } from "../../stats/stream-key.ts";
import type { Scenario } from "../scenario.ts";
import { scenarioDraws } from "./scenario-draws.ts";

const MOST_YEARS = 10_000_000;

/**
 * Refuses what cannot be simulated, before anything is; scenarios of one id are refused where they are parted.
 *
 * @throws RangeError when years or seed are out of range, an estimate cannot be drawn from, or a common
 * cause strikes otherwise in another scenario
 *
 * @example
 * checkSimulation([], { years: 0, seed: 1 }) // throws years not a whole number from 1 to 10000000: 0
 */
export function checkSimulation(
  scenarios: readonly Scenario[],
  { years, seed }: { readonly years: number; readonly seed: number },
): void {
  if (!Number.isInteger(years) || years < 1 || years > MOST_YEARS) {
    throw new RangeError(`years not a whole number from 1 to ${MOST_YEARS}: ${years}; give one such as 100000`);
  }
  checkSeed(seed);
  for (const scenario of scenarios) scenarioDraws(scenario, seed);
  checkCauses(scenarios);
}

function checkCauses(scenarios: readonly Scenario[]): void {
  const first = new Map<string, { readonly id: string; readonly strikes: string }>();
  for (const { id, commonCauses = [] } of scenarios) {
    for (const { cause, strikes: estimate } of commonCauses) {
      const strikes = JSON.stringify(estimate);
      const earlier = first.get(cause);
      if (!earlier) first.set(cause, { id, strikes });
      else if (earlier.strikes !== strikes) {
        throw new RangeError(
          `common cause ${cause} strikes ${earlier.strikes} a year in ${earlier.id}, ${strikes} in ${id}; give it the same`,
        );
      }
    }
  }
}

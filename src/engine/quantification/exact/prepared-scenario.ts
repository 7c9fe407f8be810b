import type { Scenario } from "../scenario.ts";
import { type CauseDistributions, scenarioDistributions } from "../scenario-distributions.ts";
import { type StruckEvent, struckEvent } from "./cause-year.ts";
import type { ExactOptions } from "./exact-options.ts";
import { type LazyYear, lazyYear } from "./lazy-year.ts";
import { scenarioYear } from "./scenario-year.ts";

/** A scenario ready for sums: the year of its own events, and what a strike of each of its causes brings. */
export interface PreparedScenario {
  readonly id: string;
  readonly own: LazyYear;
  readonly strikes: readonly (CauseDistributions & { readonly struck: StruckEvent })[];
}

/** Prepared scenarios by what they were prepared from: a report asks for figures, limits and return periods in turn. */
const known = { none: new WeakMap<Scenario, PreparedScenario>(), rigorous: new WeakMap<Scenario, PreparedScenario>() };

/**
 * Prepares one scenario; the same object is prepared and solved once, however often it is asked for. Throws an
 * EstimateError for an invalid estimate.
 *
 * @example
 * prepareScenario({ id: "a", system: "s", frequency: 2, loss: { primary: 5 }, controls: [] }, {}).own.year.mean // => 10
 */
export function prepareScenario(
  scenario: Scenario,
  options: ExactOptions,
  readOne?: Parameters<typeof scenarioDistributions>[1],
): PreparedScenario {
  const kept = known[options.bracket ?? "none"];
  let prepared = kept.get(scenario);
  if (!prepared) {
    const read = scenarioDistributions(scenario, readOne);
    prepared = {
      id: scenario.id,
      own: lazyYear(scenarioYear(read), options),
      strikes: read.strikes.map((strike) => ({ ...strike, struck: struckEvent(read, strike) })),
    };
    kept.set(scenario, prepared);
  }
  return prepared;
}

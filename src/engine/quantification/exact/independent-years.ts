import type { Estimate } from "../estimate/estimate.ts";
import { EstimateError } from "../estimate/estimate-error.ts";
import type { Scenario } from "../scenario.ts";
import type { CauseDistributions } from "../scenario-distributions.ts";
import { causeYear, type StruckEvent } from "./cause-year.ts";
import type { ExactOptions } from "./exact-options.ts";
import { type LazyYear, lazyYear } from "./lazy-year.ts";
import { type PreparedScenario, prepareScenario } from "./prepared-scenario.ts";

/**
 * Years that are independent of each other and add up to the year of all the scenarios: one of each scenario's own
 * events, and one of each common cause that any of them names.
 *
 * Throws an EstimateError for an invalid estimate, and where scenarios give one cause different strikes.
 *
 * @example
 * const commonCauses = [{ cause: "vendor", strikes: 0.2, probability: 0.5 }];
 * independentYears(["a", "b"].map((id) => ({ id, system: "s", frequency: 2, loss: { primary: 5 }, controls: [], commonCauses }))).length
 * // => 3
 */
export function independentYears(scenarios: readonly Scenario[], options: ExactOptions = {}): LazyYear[] {
  return preparedYears(
    scenarios.map((scenario) => prepareScenario(scenario, options)),
    options,
  );
}

/**
 * The independent years of prepared scenarios, which may be some of those of a portfolio.
 *
 * @example
 * preparedYears([], {}) // => []
 */
export function preparedYears(prepared: readonly PreparedScenario[], options: ExactOptions): LazyYear[] {
  const causes = new Map<string, { readonly first: CauseDistributions; readonly struck: StruckEvent[] }>();
  for (const { id, strikes } of prepared) {
    strikes.forEach((strike, k) => {
      const known = causes.get(strike.cause);
      if (!known) causes.set(strike.cause, { first: strike, struck: [strike.struck] });
      else if (canonical(known.first.estimate) === canonical(strike.estimate)) known.struck.push(strike.struck);
      else {
        const remedy = `give ${strike.cause} the same strikes in every scenario that names it`;
        throw new EstimateError(`${id}: commonCauses[${k}].strikes`, strike.estimate, remedy);
      }
    });
  }
  const own = prepared.map((scenario) => scenario.own);
  const shared = [...causes.values()].map(({ first, struck }) =>
    lazyYear(causeYear({ cause: first.cause, rate: first.rate, struck }), options),
  );
  return [...own, ...shared];
}

/** One text for estimates that are the same, in whatever order their fields were written. */
function canonical(estimate: Estimate): string {
  return JSON.stringify(estimate, (_, value: unknown) =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}

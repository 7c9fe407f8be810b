import type { Distribution } from "../stats/distribution.ts";
import { product } from "../stats/product.ts";
import { scaled } from "../stats/scaled.ts";
import { total } from "../stats/total.ts";
import type { Scenario } from "./scenario.ts";
import { scenarioDistributions } from "./scenario-distributions.ts";

/**
 * The distribution of the rate of loss events, in events a year: what we do not know of the frequency, not the chance
 * of the count.
 *
 * The product of the factors of the frequency and of what the controls that act on it leave, all independent (Open
 * FAIR: threat events × vulnerability, contact × action × vulnerability), of which years that chance keeps silent bring
 * none; plus the events that common causes bring. Mean and variance are exact, the distribution function to about 1e-5,
 * with fewer `bins` of the quadrature (12: to about 1e-4) in half the time. Throws an EstimateError for an invalid
 * estimate.
 *
 * @example
 * lossEventFrequency({ id: "a", system: "s", frequency: { threatEvents: 10, vulnerability: 0.2 }, loss: { primary: 5 },
 *   controls: [] }).mean // => 2
 */
export function lossEventFrequency(scenario: Scenario, options: { readonly bins?: number } = {}): Distribution {
  const { rateFactors, count, strikes } = scenarioDistributions(scenario);
  const own = scaled(product(rateFactors, options), count.kind === "zero-inflated" ? 1 - count.silent : 1);
  const struck = strikes.map(({ rate, probability }) => scaled(rate, probability));
  return struck.length === 0 ? own : total([own, ...struck]);
}

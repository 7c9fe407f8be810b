import type { Distribution } from "../stats/distribution.ts";
import { mixture } from "../stats/mixture.ts";
import { product } from "../stats/product.ts";
import { total } from "../stats/total.ts";
import type { Scenario } from "./scenario.ts";
import { scenarioDistributions } from "./scenario-distributions.ts";

/**
 * The distribution of the loss of one event, in the money of the scenario: primary loss, with its conditional
 * probability the secondary loss too, times what the controls that act on loss leave.
 *
 * What is not known (the secondary probability, effectiveness) is mixed in. Mean and variance are exact, the
 * distribution function to about 1e-4 (2e-4 of many forms). Throws an EstimateError for an invalid estimate.
 *
 * @example
 * lossPerEvent({ id: "a", system: "s", frequency: 1, loss: { primary: 5, secondary: { probability: 0.5, loss: 10 } },
 *   controls: [] }).mean // => 10
 */
export function lossPerEvent(scenario: Scenario): Distribution {
  const { primary, secondary, multiplierFactors } = scenarioDistributions(scenario);
  const alone = total(primary);
  const before = secondary ? mixture(alone, total([...primary, ...secondary.loss]), secondary.probability.mean) : alone;
  return product([...multiplierFactors, before], { bins: secondary ? 8 : 16 });
}

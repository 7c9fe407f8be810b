import type { Distribution } from "../stats/distribution.ts";
import { mixture } from "../stats/mixture.ts";
import { product } from "../stats/product.ts";
import { sum } from "../stats/sum.ts";
import type { Scenario } from "./scenario.ts";
import { scenarioDistributions } from "./scenario-distributions.ts";

/**
 * The distribution of the loss of one event, in the money of the scenario: primary loss, with its conditional
 * probability the secondary loss too, times 1 − effectiveness of the controls that act on loss.
 *
 * What is not known (the secondary probability, effectiveness) is mixed in. Mean and variance are exact, the
 * distribution function to about 1e-4. Throws an EstimateError for an invalid estimate.
 *
 * @example
 * lossPerEvent({ id: "a", system: "s", frequency: 1, loss: { primary: 5, secondary: { probability: 0.5, loss: 10 } },
 *   controls: [] }).mean // => 10
 */
export function lossPerEvent(scenario: Scenario): Distribution {
  const { primary, secondary, multiplierFactors } = scenarioDistributions(scenario);
  const before = secondary ? mixture(primary, sum(primary, secondary.loss), secondary.probability.mean) : primary;
  return product([...multiplierFactors, before], { bins: secondary ? 8 : 16 });
}

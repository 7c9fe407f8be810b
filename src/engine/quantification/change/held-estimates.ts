import type { Distribution } from "../../stats/distribution.ts";
import type { Estimate } from "../estimate/estimate.ts";
import { type EstimatePlace, estimateDistribution } from "../estimate/estimate-distribution.ts";

const MOST_HELD = 64;
/** Long samples are read as fast as they are compared. */
const LONGEST_KEY = 2000;

/**
 * Reads estimates; of the last 64 the same distribution for the same words, so that what was computed of it is at hand
 * when another estimate of its scenario changes.
 *
 * @example
 * const estimates = new HeldEstimates();
 * const cost = { field: "loss", kind: "quantity" };
 * estimates.read({ low: 1, high: 2 }, cost) === estimates.read({ low: 1, high: 2 }, cost) // => true
 */
export class HeldEstimates {
  readonly #held = new Map<string, Distribution>();

  /** As `estimateDistribution`, which throws an EstimateError where it is none. */
  readonly read = (estimate: Estimate, place: EstimatePlace): Distribution => {
    const key = `${place.kind} ${JSON.stringify(estimate)}`;
    const distribution = this.#held.get(key) ?? estimateDistribution(estimate, place);
    if (key.length > LONGEST_KEY) return distribution;
    this.#held.delete(key);
    this.#held.set(key, distribution);
    if (this.#held.size > MOST_HELD) this.#held.delete(this.#held.keys().next().value!);
    return distribution;
  };
}

import { estimateDistribution } from "../quantification/estimate/estimate-distribution.ts";
import type { Estimate } from "../quantification/scenario.ts";

/**
 * The mean share that a control takes away, in [0, 1]: the mean of its estimate, an unbounded form capped at 1.
 *
 * The mean decides, because the mean of what several independent controls leave is the product of what each leaves.
 * Throws an EstimateError for an invalid estimate.
 *
 * @example
 * meanEffectiveness({ min: 0.3, mode: 0.5, max: 0.7 }) // => 0.5
 */
export function meanEffectiveness(effectiveness: Estimate): number {
  if (typeof effectiveness === "number" && effectiveness >= 0 && effectiveness <= 1) return effectiveness;
  return estimateDistribution(effectiveness, { field: "effectiveness", kind: "probability" }).mean;
}

import type { Estimate } from "../quantification/estimate/estimate.ts";
import { estimateDistribution } from "../quantification/estimate/estimate-distribution.ts";

/**
 * The mean of a share of a control (its effectiveness, coverage or reliability), in [0, 1]: that of its estimate, an
 * unbounded form capped at 1.
 *
 * The mean decides, because the mean of what several independent controls leave is the product of what each leaves.
 * Throws an EstimateError for an invalid estimate.
 *
 * @example
 * meanEffectiveness({ min: 0.3, mode: 0.5, max: 0.7 }) // => 0.5
 */
export function meanEffectiveness(share: Estimate, field = "effectiveness"): number {
  if (typeof share === "number" && share >= 0 && share <= 1) return share;
  return estimateDistribution(share, { field, kind: "probability" }).mean;
}

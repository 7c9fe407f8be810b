import type { Estimate, EstimateCuts } from "../estimate/estimate.ts";
import { estimateDistribution } from "../estimate/estimate-distribution.ts";

/** Equally likely values that stand for a distribution whose form cannot be scaled. */
const VALUES = 1024;

/**
 * An amount of money times a factor: the same form, as wide in proportion; caps, deductibles and limits move with it.
 *
 * A beta, which ends at 1, becomes 1,024 equally likely values. A factor of 0 gives the certain amount 0.
 *
 * @example
 * scaledEstimate({ low: 1000, high: 20000 }, 2) // => { low: 2000, high: 40000 }
 */
export function scaledEstimate(estimate: Estimate, factor: number): Estimate {
  if (typeof estimate === "number") return estimate * factor;
  if (factor === 0) return 0;
  const cuts = scaledCuts(estimate, factor);
  if ("low" in estimate) return { ...estimate, ...cuts, low: estimate.low * factor, high: estimate.high * factor };
  if ("min" in estimate) {
    const ends = { min: estimate.min * factor, max: estimate.max * factor };
    return "mode" in estimate
      ? { ...estimate, ...cuts, ...ends, mode: estimate.mode * factor }
      : { ...estimate, ...cuts, ...ends };
  }
  if ("shape" in estimate) return { ...estimate, ...cuts, rate: estimate.rate / factor };
  if ("mu" in estimate) return { ...estimate, ...cuts, mu: estimate.mu + Math.log(factor) };
  if ("samples" in estimate) return { ...estimate, ...cuts, samples: estimate.samples.map((x) => x * factor) };
  if ("quantiles" in estimate) {
    return {
      ...estimate,
      ...cuts,
      quantiles: estimate.quantiles.map(({ p, value }) => ({ p, value: value * factor })),
    };
  }
  if ("experts" in estimate) {
    const experts = estimate.experts.map((expert) => ({
      ...expert,
      estimate: scaledEstimate(expert.estimate, factor),
    }));
    return { ...estimate, ...cuts, experts };
  }
  const { quantile } = estimateDistribution(estimate, { kind: "quantity", field: "loss" });
  return { samples: Array.from({ length: VALUES }, (_, k) => factor * quantile((k + 0.5) / VALUES)) };
}

function scaledCuts({ truncate, cap, insurance }: EstimateCuts, factor: number): EstimateCuts {
  const times = (x: number | undefined) => (x === undefined ? undefined : x * factor);
  return {
    ...(truncate && { truncate: { from: times(truncate.from), to: times(truncate.to) } }),
    ...(cap !== undefined && { cap: cap * factor }),
    ...(insurance && {
      insurance: { deductible: insurance.deductible * factor, limit: insurance.limit * factor },
    }),
  };
}

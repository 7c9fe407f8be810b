import type { Distribution } from "../../stats/distribution.ts";
import type { EstimateCuts, EstimateForm } from "./estimate.ts";
import { type EstimatePlace, estimateDistribution } from "./estimate-distribution.ts";

/** An estimate of several experts. */
export type PooledEstimate = Extract<EstimateForm, { readonly experts: unknown }> & EstimateCuts;

/** Where a distribution lies: its mean and its 5 %, 50 % and 95 % quantiles. */
interface Spread {
  readonly mean: number;
  readonly p5: number;
  readonly p50: number;
  readonly p95: number;
}

/** What each expert said beside what the pool makes of it. */
export interface ExpertSpreads {
  /** In the order of the estimate; the weights sum to 1. */
  readonly experts: readonly (Spread & { readonly weight: number })[];
  /** After the cuts of the estimate, which stand on the pool and not on its experts. */
  readonly pool: Spread;
}

/**
 * The spread of each expert's own distribution and of the pooled one, so that disagreement stays visible.
 *
 * Throws an EstimateError as `estimateDistribution` does.
 *
 * @example
 * expertSpreads({ experts: [{ estimate: 2 }, { estimate: 6, weight: 3 }], pool: "quantiles" },
 *   { field: "loss", kind: "quantity" }).pool.p50 // => 5
 */
export function expertSpreads(estimate: PooledEstimate, place: EstimatePlace): ExpertSpreads {
  const pool = spread(estimateDistribution(estimate, place));
  const total = estimate.experts.reduce((sum, { weight = 1 }) => sum + weight, 0);
  const experts = estimate.experts.map(({ estimate: own, weight = 1 }, k) => ({
    weight: weight / total,
    ...spread(estimateDistribution(own, { ...place, field: `${place.field}.experts[${k}]` })),
  }));
  return { experts, pool };
}

function spread({ mean, quantile }: Distribution): Spread {
  return { mean, p5: quantile(0.05), p50: quantile(0.5), p95: quantile(0.95) };
}

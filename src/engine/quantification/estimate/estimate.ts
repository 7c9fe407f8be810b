/** A distribution's own form, before anything is cut off it. */
export type EstimateForm =
  | { readonly low: number; readonly high: number }
  | {
      readonly min: number;
      readonly mode: number;
      readonly max: number;
      readonly lambda?: number | undefined;
      /** What min and max are: the ends of the range ("bounds", the default) or its 5 % and 95 % quantiles. */
      readonly ends?: "bounds" | "percentiles" | undefined;
    }
  | { readonly min: number; readonly max: number }
  | { readonly alpha: number; readonly beta: number }
  | { readonly shape: number; readonly rate: number }
  | { readonly mu: number; readonly sigma: number }
  | { readonly samples: readonly number[] }
  | { readonly quantiles: readonly Quantile[] }
  | { readonly experts: readonly ExpertEstimate[]; readonly pool: PoolingRule };

/** One point of a distribution function: a value and the probability of staying at or below it, in (0, 1). */
export interface Quantile {
  readonly p: number;
  readonly value: number;
}

/** What one expert said, and how much it counts; weights are relative. */
interface ExpertEstimate {
  readonly estimate: Estimate;
  readonly weight?: number | undefined;
}

/**
 * How several experts' distributions become one: "linear" mixes them, which keeps their disagreement as spread;
 * "quantiles" averages their quantiles, which keeps the typical width of one.
 */
type PoolingRule = "linear" | "quantiles";

/** What is cut off a quantity, in this order: values outside are redrawn, then capped, then an insurer pays its layer. */
export interface EstimateCuts {
  /** Conditional on staying within: from ≤ X ≤ to. */
  readonly truncate?: { readonly from?: number | undefined; readonly to?: number | undefined } | undefined;
  /** min(X, cap): the mass above sits on the cap. */
  readonly cap?: number | undefined;
  /** What is retained where an insurer pays min(max(X − deductible, 0), limit) of each loss. */
  readonly insurance?: { readonly deductible: number; readonly limit: number } | undefined;
}

/**
 * What a person knows about one uncertain quantity, in the money or unit of its place in the tree.
 *
 * - a number: the quantity itself, certain
 * - `{ low, high }`: a calibrated 90 % interval, read as lognormal (0 < low < high)
 * - `{ min, mode, max, lambda?, ends? }`: PERT (lambda 4 unless given)
 * - `{ min, max }`: uniform
 * - `{ alpha, beta }`: beta on [0, 1]
 * - `{ shape, rate }`: gamma
 * - `{ mu, sigma }`: lognormal by the parameters of its logarithm
 * - `{ samples }`: empirical, each sample equally likely
 * - `{ quantiles }`: lognormal through two quantiles; through more only where one fits them
 * - `{ experts, pool }`: what several people said, pooled
 *
 * Levels of a scale and foreign currencies are resolved before the engine sees an estimate.
 * In a place that is a probability (vulnerability, action, secondary probability, effectiveness)
 * a form without an upper bound is capped at 1.
 */
export type Estimate = number | (EstimateForm & EstimateCuts);

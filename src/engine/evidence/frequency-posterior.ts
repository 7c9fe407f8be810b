import { gamma } from "../stats/gamma.ts";
import type { FrequencyBelief } from "./frequency-belief.ts";
import { type Observation, type PooledObservations, poolObservations } from "./pool-observations.ts";

/** An estimate with its interval. */
export interface BelievedFigure {
  /** The mean. */
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
  /** Probability of lying between low and high. */
  readonly level: number;
}

/** A belief after evidence, with how each observation was counted. */
export interface FrequencyPosterior extends FrequencyBelief {
  readonly pooled: PooledObservations;
}

/**
 * What is believed of events a year after evidence: Gamma(shape + Σ count, rate + Σ exposure), exposure in years; the
 * observations weighted and grouped by {@link poolObservations}. Exact where events come independently at a steady rate
 * (Gamma–Poisson). No observation leaves the belief as it was.
 *
 * Source: methods/risk.md §2.7. Oracle: test/oracle/evidence.
 *
 * @example
 * frequencyPosterior(frequencyBelief({ shape: 2, rate: 4 }), [{ id: "a", count: 3, exposure: 5 }]).shape // => 5
 */
export function frequencyPosterior(belief: FrequencyBelief, observations: readonly Observation[]): FrequencyPosterior {
  const pooled = poolObservations(observations, { count: belief.shape, exposure: belief.rate });
  return { prior: belief.prior, shape: belief.shape + pooled.count, rate: belief.rate + pooled.exposure, pooled };
}

/**
 * The mean of a belief of events a year and the ends of its 90 % interval; null where nothing is known, because nothing
 * was believed and no time was watched.
 *
 * @example
 * frequencyFigure({ prior: "jeffreys", shape: 5, rate: 9 }) // => { estimate: 0.555556, low: 0.218906, high: 1.017058, level: 0.9 }
 */
export function frequencyFigure(belief: FrequencyBelief): BelievedFigure | null {
  if (!(belief.rate > 0)) return null;
  const { mean, quantile } = gamma(belief);
  return { estimate: mean, low: quantile(0.05), high: quantile(0.95), level: 0.9 };
}

/**
 * Probability that the next `years` bring no event, under a belief: (rate ÷ (rate + years))^shape, the chance that a
 * gamma-mixed Poisson count is 0. It is 1 for no time, and 0 where nothing is known.
 *
 * @example
 * frequencyQuiet({ prior: "jeffreys", shape: 5, rate: 9 }, 1) // => 0.59049
 */
export function frequencyQuiet({ shape, rate }: FrequencyBelief, years: number): number {
  if (!(years > 0)) return 1;
  return Math.exp(-shape * Math.log1p(years / rate));
}

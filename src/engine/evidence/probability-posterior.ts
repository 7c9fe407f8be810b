import { logBeta } from "../stats/incomplete-beta.ts";
import { scaledBeta } from "../stats/scaled-beta.ts";
import { EvidenceError } from "./evidence-error.ts";
import type { BelievedFigure } from "./frequency-posterior.ts";
import { type Observation, type PooledObservations, poolObservations } from "./pool-observations.ts";
import type { ProbabilityBelief } from "./probability-belief.ts";

/** A belief after evidence, with how each observation was counted. */
export interface ProbabilityPosterior extends ProbabilityBelief {
  readonly pooled: PooledObservations;
}

/**
 * What is believed of a probability after evidence: Beta(alpha + Σ count, beta + Σ (exposure − count)), exposure the
 * cases looked at; the observations weighted and grouped by {@link poolObservations}. Exact where cases are independent
 * and alike (beta–binomial). No observation leaves the belief as it was.
 *
 * `worse` says which member stands for a group: "fewer" where the cases are those that a control caught.
 *
 * Throws an EvidenceError where more cases were so than were looked at. Source: methods/risk.md §2.7.
 *
 * @example
 * probabilityPosterior(probabilityBelief({ alpha: 1, beta: 9 }), [{ id: "a", count: 2, exposure: 20 }]).beta // => 27
 */
export function probabilityPosterior(
  belief: ProbabilityBelief,
  observations: readonly Observation[],
  { worse = "more" }: { readonly worse?: "more" | "fewer" | undefined } = {},
): ProbabilityPosterior {
  for (const { id, count, exposure } of observations) {
    if (count > exposure) throw new EvidenceError(`count of observation ${id}`, count, `give at most ${exposure}`);
  }
  const pooled = poolObservations(observations, { count: belief.alpha, exposure: belief.alpha + belief.beta, worse });
  return {
    prior: belief.prior,
    alpha: belief.alpha + pooled.count,
    beta: belief.beta + Math.max(0, pooled.exposure - pooled.count),
    pooled,
  };
}

/**
 * The mean of a belief of a probability and the ends of its 90 % interval.
 *
 * @example
 * probabilityFigure({ prior: "jeffreys", alpha: 3, beta: 27 }) // => { estimate: 0.1, low: 0.028796, high: 0.201561, level: 0.9 }
 */
export function probabilityFigure({ alpha, beta }: ProbabilityBelief): BelievedFigure {
  const { mean, quantile } = scaledBeta({ alpha, beta, min: 0, max: 1 });
  return { estimate: mean, low: quantile(0.05), high: quantile(0.95), level: 0.9 };
}

/**
 * Probability that of the next `cases` none is so, under a belief: B(alpha, beta + cases) ÷ B(alpha, beta).
 *
 * @example
 * probabilityNone({ prior: "jeffreys", alpha: 3, beta: 27 }, 1) // => 0.9
 */
export function probabilityNone({ alpha, beta }: ProbabilityBelief, cases: number): number {
  return Math.exp(logBeta(alpha, beta + cases) - logBeta(alpha, beta));
}

import type { Estimate } from "../quantification/estimate/estimate.ts";
import { estimateDistribution } from "../quantification/estimate/estimate-distribution.ts";
import type { Distribution } from "../stats/distribution.ts";
import { betaThrough } from "./beta-through.ts";
import { EvidenceError } from "./evidence-error.ts";
import { LEAST_SHAPE } from "./frequency-belief.ts";

/** What was believed before any evidence: a beta, or nothing. */
type ProbabilityPrior = "jeffreys" | { readonly alpha: number; readonly beta: number };

/** What is believed of a probability: a beta distribution, and the prior it came from. */
export interface ProbabilityBelief {
  readonly prior: ProbabilityPrior;
  readonly alpha: number;
  readonly beta: number;
}

/**
 * The belief before any evidence: a beta as it is given; of another estimate, or of a distribution that was derived,
 * the beta with its 5 % and 95 % quantiles; or Jeffreys' prior Beta(½, ½), which knows nothing.
 *
 * Throws an EvidenceError for a certain probability, which no evidence can move, a 90 % interval that reaches 0 or 1,
 * and parameters below 0.1; an EstimateError for what is no estimate of a probability.
 *
 * @example
 * probabilityBelief({ alpha: 1, beta: 9 }).beta // => 9
 * @example
 * probabilityBelief("jeffreys") // => { prior: "jeffreys", alpha: 0.5, beta: 0.5 }
 */
export function probabilityBelief(known: "jeffreys" | Estimate | Distribution): ProbabilityBelief {
  if (known === "jeffreys") return { prior: known, alpha: 0.5, beta: 0.5 };
  const prior = betaOf(known);
  if (Math.min(prior.alpha, prior.beta) < LEAST_SHAPE) {
    throw new EvidenceError("prior", prior, `give alpha and beta from ${LEAST_SHAPE} up`);
  }
  return { prior, ...prior };
}

function betaOf(known: Estimate | Distribution): { readonly alpha: number; readonly beta: number } {
  const isPlainBeta = typeof known === "object" && "alpha" in known && !known.truncate && known.cap === undefined;
  const distribution =
    typeof known === "object" && "cdf" in known
      ? known
      : estimateDistribution(known, { field: "prior", kind: "probability" });
  if (isPlainBeta) return { alpha: known.alpha, beta: known.beta };
  const [low, high] = [distribution.quantile(0.05), distribution.quantile(0.95)];
  const remedy = "give a 90 % interval within 0 and 1: what is certain cannot learn";
  if (!(low > 0 && low < high && high < 1)) throw new EvidenceError("prior", { low, high }, remedy);
  return betaThrough({ low, high });
}

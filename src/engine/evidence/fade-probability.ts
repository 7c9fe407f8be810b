import { EvidenceError } from "./evidence-error.ts";
import type { ProbabilityBelief } from "./probability-belief.ts";

/**
 * A belief of a probability after its evidence has lost weight, `kept` in (0, 1] of it being left: wider, and never
 * better, neither in its mean nor in the end of its interval on the worse side.
 *
 * As {@link fadeFrequency}: the cases seen fade, the mean goes back to the prior's where that is worse and stays where
 * that is better. `worse` says which way that is: "more" for a probability of harm, "fewer" for what a control catches.
 * Nothing was believed (Jeffreys): the mean stays, and the weight falls until the rarer of the two outcomes is left
 * with half a case, or one case in all.
 *
 * Two ticks in a row are one tick of the product of what they keep. Throws an EvidenceError for `kept` outside (0, 1].
 *
 * @example
 * fadeProbability({ prior: { alpha: 1, beta: 9 }, alpha: 1, beta: 29 }, { kept: 0.5 }).beta // => 19
 * @example
 * fadeProbability({ prior: { alpha: 1, beta: 9 }, alpha: 15, beta: 15 }, { kept: 0.5 }).alpha // => 10
 */
export function fadeProbability(
  belief: ProbabilityBelief,
  { kept, worse = "more" }: { readonly kept: number; readonly worse?: "more" | "fewer" | undefined },
): ProbabilityBelief {
  if (!(kept > 0 && kept <= 1)) throw new EvidenceError("kept", kept, "give a share above 0, and at most 1");
  const { prior, alpha, beta } = belief;
  if (kept === 1) return belief;
  const weight = alpha + beta;
  if (prior === "jeffreys") {
    const least = Math.min(1, Math.max(1 / weight, 0.5 / Math.min(alpha, beta)));
    const left = Math.max(least, kept);
    return { prior, alpha: left * alpha, beta: left * beta };
  }
  const seen = weight - (prior.alpha + prior.beta);
  if (!(seen > 0)) return belief;
  const left = prior.alpha + prior.beta + kept * seen;
  if (worse === "fewer") {
    const missed = Math.max(prior.beta + kept * (beta - prior.beta), (beta / weight) * left);
    return { prior, alpha: left - missed, beta: missed };
  }
  const hit = Math.max(prior.alpha + kept * (alpha - prior.alpha), (alpha / weight) * left);
  return { prior, alpha: hit, beta: left - hit };
}

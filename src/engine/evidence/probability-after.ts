import { fadeProbability } from "./fade-probability.ts";
import { historySegments } from "./history-segments.ts";
import type { Observation, PooledObservations } from "./pool-observations.ts";
import type { ProbabilityBelief } from "./probability-belief.ts";
import { probabilityPosterior } from "./probability-posterior.ts";

/** One recorded thing that changed what is believed of a probability. */
export type ProbabilityEntry =
  | { readonly kind: "cases"; readonly observation: Observation }
  | { readonly kind: "tick"; readonly kept: number };

/** What is believed after a history, and what of it was counted. */
export interface ProbabilityLearned {
  readonly belief: ProbabilityBelief;
  /** With what share each observation was counted: 0 where another of its group stands for it. */
  readonly counted: PooledObservations["counted"];
}

/**
 * What is believed of a probability after a history of observations and ticks, in the order in which they were recorded.
 *
 * Between two ticks the order of the observations changes no bit; an identity that came before counts no more; a tick
 * fades what was seen up to it, never to the better.
 *
 * @example
 * probabilityAfter(probabilityBelief({ alpha: 1, beta: 9 }), { history: [
 *   { kind: "cases", observation: { id: "a", count: 2, exposure: 20 } },
 * ] }).belief.beta // => 27
 */
export function probabilityAfter(
  start: ProbabilityBelief,
  {
    history,
    worse = "more",
  }: { readonly history: readonly ProbabilityEntry[]; readonly worse?: "more" | "fewer" | undefined },
): ProbabilityLearned {
  let belief = start;
  const counted: PooledObservations["counted"][number][] = [];
  for (const { entries, kept } of historySegments(history)) {
    const observations = entries.map(({ observation }) => observation);
    const { prior, alpha, beta, pooled } = probabilityPosterior(belief, observations, { worse });
    belief = { prior, alpha, beta };
    counted.push(...pooled.counted);
    if (kept !== null) belief = fadeProbability(belief, { kept, worse });
  }
  return { belief, counted };
}

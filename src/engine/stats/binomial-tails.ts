import { incompleteBeta } from "./incomplete-beta.ts";

/** How often something happened in n independent trials. */
export interface BinomialCount {
  readonly successes: number;
  readonly n: number;
}

/**
 * The tails of the binomial distribution at a number of successes: P(X ≤ successes) and P(X ≥ successes) where each of
 * n trials succeeds with the probability given, in (0, 1).
 *
 * @example
 * binomialTails({ successes: 2, n: 2 }, 0.5).atLeast // => 0.25
 */
export function binomialTails(
  { successes, n }: BinomialCount,
  probability: number,
): { atMost: number; atLeast: number } {
  const failures = n - successes;
  return {
    atMost: failures === 0 ? 1 : incompleteBeta({ alpha: failures, beta: successes + 1 }, 1 - probability),
    atLeast: successes === 0 ? 1 : incompleteBeta({ alpha: successes, beta: failures + 1 }, probability),
  };
}

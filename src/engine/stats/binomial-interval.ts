import { incompleteBeta, inverseIncompleteBeta } from "./incomplete-beta.ts";

/** How often something happened in n independent trials. */
export interface BinomialCount {
  readonly successes: number;
  readonly n: number;
}

/**
 * The exact interval of Clopper and Pearson for the probability of a success: in at least `level` of all samples it
 * holds the true one. Whole numbers 0 ≤ successes ≤ n, n ≥ 1, level in (0, 1).
 *
 * @example
 * binomialInterval({ successes: 9, n: 10 }, 0.95).low // => 0.555
 */
export function binomialInterval({ successes, n }: BinomialCount, level: number): { low: number; high: number } {
  const tail = (1 - level) / 2;
  const failures = n - successes;
  return {
    low: successes === 0 ? 0 : inverseIncompleteBeta({ alpha: successes, beta: failures + 1 }, tail),
    high: failures === 0 ? 1 : inverseIncompleteBeta({ alpha: successes + 1, beta: failures }, 1 - tail),
  };
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

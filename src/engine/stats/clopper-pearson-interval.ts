import { inverseIncompleteBeta } from "./incomplete-beta.ts";
import type { Interval } from "./wilson-interval.ts";

/**
 * Exact interval for a proportion (Clopper and Pearson 1934): never covers less than its level, mostly more.
 *
 * @param successes - 0 … n
 * @param n - larger than 0
 * @param level - confidence, in (0, 1)
 * @example
 * clopperPearsonInterval(8, 20) // => [0.191190, 0.639457]
 */
export function clopperPearsonInterval(successes: number, n: number, level = 0.95): Interval {
  const tail = (1 - level) / 2;
  return [
    successes <= 0 ? 0 : inverseIncompleteBeta({ alpha: successes, beta: n - successes + 1 }, tail),
    successes >= n ? 1 : inverseIncompleteBeta({ alpha: successes + 1, beta: n - successes }, 1 - tail),
  ];
}

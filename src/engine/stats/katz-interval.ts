import type { Proportion } from "./newcombe-interval.ts";
import type { Interval } from "./wilson-interval.ts";

/**
 * Interval for the ratio of two independent proportions, normal on the logarithm (Katz 1978). Without a success on one
 * side it says nothing: [0, ∞]; use Koopman's.
 *
 * @param critical - standard normal quantile, 1.96 for 95 %
 * @example
 * katzInterval({ successes: 30, n: 90 }, { successes: 48, n: 80 }) // => [0.394399, 0.782562]
 */
export function katzInterval(a: Proportion, b: Proportion, critical = 1.959963984540054): Interval {
  if (a.successes <= 0 || b.successes <= 0) return [0, Infinity];
  const ratio = a.successes / a.n / (b.successes / b.n);
  const spread = critical * Math.sqrt(1 / a.successes - 1 / a.n + 1 / b.successes - 1 / b.n);
  return [ratio * Math.exp(-spread), ratio * Math.exp(spread)];
}

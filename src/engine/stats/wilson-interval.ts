/** Ends of an interval. */
export type Interval = readonly [low: number, high: number];

/**
 * Score interval for a proportion (Wilson 1927), without continuity correction; inside [0, 1], of use from n = 1 on.
 *
 * @param successes - 0 … n; need not be whole, so that n may be an effective sample size
 * @param n - larger than 0
 * @param critical - standard normal quantile, 1.96 for 95 %
 * @example
 * wilsonInterval(8, 20) // => [0.218807, 0.613418]
 */
export function wilsonInterval(successes: number, n: number, critical = 1.959963984540054): Interval {
  const square = critical * critical;
  const rate = successes / n;
  const middle = (successes + square / 2) / (n + square);
  const half = (critical * Math.sqrt(n * rate * (1 - rate) + square / 4)) / (n + square);
  return [successes <= 0 ? 0 : Math.max(0, middle - half), successes >= n ? 1 : Math.min(1, middle + half)];
}

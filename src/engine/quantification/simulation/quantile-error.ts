/**
 * Standard error of a quantile of a sample: a quarter of the distance between the order statistics two standard
 * deviations of its rank to either side, so 0 inside an atom.
 *
 * @param sorted - the sample in rising order, one value at least
 * @param p - level of the quantile, in (0, 1)
 *
 * @example
 * quantileError(Float64Array.of(0, 1, 2, 3, 4, 5, 6, 7), 0.5) // => 1.5
 */
export function quantileError(sorted: Float64Array, p: number): number {
  const n = sorted.length;
  const reach = 2 * Math.sqrt(n * p * (1 - p));
  const low = Math.max(0, Math.round(n * p - reach) - 1);
  const high = Math.min(n - 1, Math.round(n * p + reach) - 1);
  return (sorted[Math.max(0, high)]! - sorted[low]!) / 4;
}

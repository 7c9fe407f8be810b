/**
 * Quantile of a sorted sample with linear interpolation: R's type 7, the default of NumPy. NaN for an empty one.
 *
 * @param sorted - ascending
 * @param p - in [0, 1]
 * @example
 * sampleQuantile([3, 6, 7, 8, 8, 9, 10, 13, 15, 16, 20], 0.25) // => 7.5
 */
export function sampleQuantile(sorted: ArrayLike<number>, p: number): number {
  if (sorted.length === 0) return Number.NaN;
  const place = p * (sorted.length - 1);
  const before = Math.floor(place);
  const low = sorted[before]!;
  const high = sorted[Math.min(sorted.length - 1, before + 1)]!;
  return low === high ? low : low + (place - before) * (high - low);
}

/**
 * Share of sorted years above an amount, with its standard error.
 *
 * @example
 * shareAbove(Float64Array.of(0, 10, 20, 30), 10).estimate // => 0.5
 */
export function shareAbove(
  sorted: Float64Array,
  amount: number,
): { readonly estimate: number; readonly standardError: number } {
  let from = 0;
  let to = sorted.length;
  while (from < to) {
    const half = (from + to) >> 1;
    if (sorted[half]! > amount) to = half;
    else from = half + 1;
  }
  const estimate = 1 - from / sorted.length;
  return { estimate, standardError: Math.sqrt((estimate * (1 - estimate)) / sorted.length) };
}

/**
 * Smoothed empirical differential fairness (Foulds et al. 2020): the largest |ln| ratio between two groups of the rate of
 * either outcome, rates smoothed to (positive + c ÷ 2) ÷ (n + c). 0: all groups have one rate; e^ε bounds every ratio.
 *
 * @param concentration - c, rows of the prior
 * @returns NaN with fewer than two groups
 * @example
 * smoothedDifferentialFairness([{ positive: 8, n: 100 }, { positive: 26, n: 100 }]).toFixed(6) // => "1.137079"
 */
export function smoothedDifferentialFairness(
  groups: readonly { readonly positive: number; readonly n: number }[],
  concentration = 1,
): number {
  if (groups.length < 2) return Number.NaN;
  const rates = groups.map(({ positive, n }) => (positive + concentration / 2) / (n + concentration));
  const spread = (values: readonly number[]) => Math.max(...values) - Math.min(...values);
  return Math.max(spread(rates.map(Math.log)), spread(rates.map((rate) => Math.log1p(-rate))));
}

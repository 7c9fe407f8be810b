/** How far the rates of groups lie apart, before and after what chance adds. */
export interface CorrectedSpread {
  /** Σ (rate − mean rate)² ÷ (groups − 1). */
  readonly naiveVariance: number;
  /** The same without the mean of the rates' own variances; may be negative. */
  readonly correctedVariance: number;
  /** Standard deviation between groups: the root of the corrected variance, 0 where that is negative. */
  readonly spread: number;
}

/**
 * Spread of group rates without the part that comes from small groups: of many small groups with one true rate, largest −
 * smallest is far from 0, and this is not. Groups count alike, whatever their size.
 *
 * Method of moments with variances p (1 − p) ÷ (n − 1); after the idea of Lum, Zhang and Bower 2022. A group with one row
 * has no variance of its own and takes the mean of the others'.
 *
 * @param groups - of each group its rate, and its (effective) rows
 * @returns null with fewer than two groups, or with none larger than one row
 * @example
 * correctedSpread([{ rate: 0.5, n: 101 }, { rate: 0.7, n: 101 }]).correctedVariance.toFixed(4) // => "0.0177"
 */
export function correctedSpread(
  groups: readonly { readonly rate: number; readonly n: number }[],
): CorrectedSpread | null {
  const variances = groups.filter(({ n }) => n > 1).map(({ rate, n }) => (rate * (1 - rate)) / (n - 1));
  if (groups.length < 2 || variances.length === 0) return null;
  const mean = groups.reduce((sum, { rate }) => sum + rate, 0) / groups.length;
  const naiveVariance = groups.reduce((sum, { rate }) => sum + (rate - mean) ** 2, 0) / (groups.length - 1);
  const correctedVariance = naiveVariance - variances.reduce((sum, v) => sum + v, 0) / variances.length;
  return { naiveVariance, correctedVariance, spread: Math.sqrt(Math.max(0, correctedVariance)) };
}

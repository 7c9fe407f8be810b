/** How the p-values of a family are adjusted: family-wise (Holm) or by false discoveries (BH; BY under any dependence). */
export type PAdjustment = "holm" | "benjamini-hochberg" | "benjamini-yekutieli";

/**
 * P-values of one family made comparable with one level: Holm 1979 for the chance of any false alarm, Benjamini and
 * Hochberg 1995 for the share of false ones among those raised, Benjamini and Yekutieli 2001 for that share under any
 * dependence. NaN stands for a test that could not be made; it does not count and stays NaN.
 *
 * @example
 * adjustedPValues([0.01, 0.04, 0.03], "holm") // => [0.03, 0.06, 0.06]
 */
export function adjustedPValues(pValues: readonly number[], adjustment: PAdjustment): number[] {
  const order = pValues.map((_, k) => k).filter((k) => !Number.isNaN(pValues[k]));
  order.sort((i, j) => pValues[i]! - pValues[j]! || i - j);
  const m = order.length;
  const adjusted = pValues.map(() => Number.NaN);
  if (adjustment === "holm") {
    let running = 0;
    for (const [rank, k] of order.entries()) {
      running = Math.max(running, Math.min(1, (m - rank) * pValues[k]!));
      adjusted[k] = running;
    }
    return adjusted;
  }
  const factor =
    adjustment === "benjamini-hochberg"
      ? 1
      : Array.from({ length: m }, (_, k) => 1 / (k + 1)).reduce((s, x) => s + x, 0);
  let running = 1;
  for (let rank = m - 1; rank >= 0; rank--) {
    const k = order[rank]!;
    running = Math.min(running, Math.min(1, (factor * m * pValues[k]!) / (rank + 1)));
    adjusted[k] = running;
  }
  return adjusted;
}

/** Between which weights of one criterion the item that comes first stays first. */
export interface WinnerStability {
  readonly criterion: string;
  readonly weight: number;
  readonly low: number;
  readonly high: number;
  /** Who comes first beyond the ends; null where nobody does up to 0 or 1. */
  readonly below: string | null;
  readonly above: string | null;
}

/**
 * For every criterion the interval of its weight within which the first item stays first, the other criteria keeping their
 * proportions. Scores are linear in the weight, so the ends are exact.
 *
 * @param scores - one row a criterion: each item's weight under it
 * @param weights - of the criteria, summing to 1
 * @example
 * winnerStability({ criteria: ["cost", "harm"], items: ["a", "b"], weights: [0.5, 0.5], scores: [[0.9, 0.1], [0.3, 0.7]] })[0]
 * // => { criterion: "cost", weight: 0.5, low: 0.3333333333333333, high: 1, below: "b", above: null }
 */
export function winnerStability({
  criteria,
  items,
  weights,
  scores,
}: {
  readonly criteria: readonly string[];
  readonly items: readonly string[];
  readonly weights: readonly number[];
  readonly scores: readonly (readonly number[])[];
}): WinnerStability[] {
  const totals = items.map((_, i) => weights.reduce((sum, weight, k) => sum + weight * scores[k]![i]!, 0));
  const winner = totals.indexOf(Math.max(...totals));
  return criteria.map((criterion, k) => {
    const weight = weights[k]!;
    const rest = (i: number) => (weight === 1 ? 0 : (totals[i]! - weight * scores[k]![i]!) / (1 - weight));
    let [low, high, below, above]: [number, number, string | null, string | null] = [0, 1, null, null];
    for (const [i, item] of items.entries()) {
      if (i === winner || weight === 1) continue;
      const atZero = rest(winner) - rest(i);
      const slope = scores[k]![winner]! - scores[k]![i]! - atZero;
      if (slope === 0) continue;
      const crossing = -atZero / slope;
      if (slope > 0 && crossing > low) [low, below] = [Math.min(crossing, weight), item];
      if (slope < 0 && crossing < high) [high, above] = [Math.max(crossing, weight), item];
    }
    return { criterion, weight, low, high, below, above };
  });
}

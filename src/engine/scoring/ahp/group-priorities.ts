/**
 * One list of weights for a group (aggregation of individual priorities), normalised to sum to 1.
 *
 * With weights by geometric means the geometric mean of priorities equals the priorities of aggregated judgements.
 *
 * @param weights - one list a person, positive
 * @param shares - what each person counts, positive; alike unless given
 * @example
 * groupPriorities([[0.5, 0.5], [0.9, 0.1]], "arithmetic") // => [0.7, 0.3]
 */
export function groupPriorities(
  weights: readonly (readonly number[])[],
  mean: "geometric" | "arithmetic",
  shares: readonly number[] = weights.map(() => 1),
): number[] {
  const total = shares.reduce((sum, share) => sum + share, 0);
  const pooled = weights[0]!.map((_, i) => {
    const sum = weights.reduce(
      (before, list, k) => before + shares[k]! * (mean === "geometric" ? Math.log(list[i]!) : list[i]!),
      0,
    );
    return mean === "geometric" ? Math.exp(sum / total) : sum / total;
  });
  const sum = pooled.reduce((before, weight) => before + weight, 0);
  return pooled.map((weight) => weight / sum);
}

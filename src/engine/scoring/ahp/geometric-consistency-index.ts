import type { ComparisonMatrix } from "./comparison-matrix.ts";

/**
 * 2 ÷ ((n − 1)(n − 2)) · Σ ln²(a_ij · w_j ÷ w_i) over the pairs of a complete matrix: 0 where all judgements agree, and for
 * one or two items. Values of 0.31, 0.35 and 0.37 for 3, 4 and more items correspond to a consistency ratio of 0.10.
 *
 * Source: Aguarón and Moreno-Jiménez 2003.
 *
 * @param weights - by geometric means, one for each item
 * @example
 * geometricConsistencyIndex(comparisonMatrix(["a", "b"], [{ left: "a", right: "b", ratio: 3 }]), [0.75, 0.25]) // => 0
 */
export function geometricConsistencyIndex({ ratios }: ComparisonMatrix, weights: readonly number[]): number {
  const n = ratios.length;
  if (n < 3) return 0;
  let sum = 0;
  for (let i = 0; i < n; i++)
    for (let j = i + 1; j < n; j++) sum += Math.log((ratios[i]![j]! * weights[j]!) / weights[i]!) ** 2;
  return (2 * sum) / ((n - 1) * (n - 2));
}

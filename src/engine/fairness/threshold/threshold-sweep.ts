/**
 * What every threshold would select of one group. Position k stands for the threshold edge[k], which selects the slots from
 * k on; the position after the last selects nothing.
 */
export interface ThresholdSweep {
  readonly edge: Float64Array;
  /** Σw of positives and of negatives selected at each position: descending. */
  readonly truePositive: Float64Array;
  readonly falsePositive: Float64Array;
  /** Σw of all that are selected, rows without a label among them. */
  readonly selected: Float64Array;
}

/**
 * Position of a threshold: the first slot that reaches it.
 *
 * @example
 * positionInSweep({ edge: Float64Array.of(0.2, 0.7) }, 0.5) // => 1
 */
export function positionInSweep({ edge }: Pick<ThresholdSweep, "edge">, threshold: number): number {
  let [low, high] = [0, edge.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (edge[middle]! >= threshold) high = middle;
    else low = middle + 1;
  }
  return low;
}

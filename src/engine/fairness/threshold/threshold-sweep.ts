import { OUTCOMES } from "../rate/outcome-table.ts";
import type { ScoreHistogram } from "../rate/score-histogram.ts";

/**
 * What every threshold would select of one group. Position k stands for the threshold edge[k], which selects the slots from
 * k on; the position after the last selects nothing.
 */
export interface ThresholdSweep {
  readonly edge: Float64Array;
  /** Σw of positives and of negatives selected at each position: descending. */
  readonly truePositive: Float64Array;
  readonly falsePositive: Float64Array;
}

/**
 * Sweep of a histogram: one pass, after which any threshold costs a search.
 *
 * @example
 * const histogram = { edge: [0.2, 0.7], score: [0.2, 0.7], positive: [1, 4], negative: [5, 2], n: [5, 7], weightSquares: [5, 7] };
 * thresholdSweep(histogram).truePositive // => [5, 4, 0]
 */
export function thresholdSweep({ edge, positive, negative }: ScoreHistogram): ThresholdSweep {
  const truePositive = new Float64Array(edge.length + 1);
  const falsePositive = new Float64Array(edge.length + 1);
  for (let k = edge.length - 1; k >= 0; k--) {
    truePositive[k] = truePositive[k + 1]! + positive[k]!;
    falsePositive[k] = falsePositive[k + 1]! + negative[k]!;
  }
  return { edge: Float64Array.from(edge), truePositive, falsePositive };
}

/** Position of a threshold: the first slot that reaches it. */
export function positionInSweep({ edge }: Pick<ThresholdSweep, "edge">, threshold: number): number {
  let [low, high] = [0, edge.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (edge[middle]! >= threshold) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * Weights by outcome of every group at its own threshold, as in an outcome table, all groups together last: a frame of a
 * what-if, ready for rates and gaps.
 *
 * @param sweeps - one a group
 * @param thresholds - one a group; scores from it on are selected
 */
export function sweepOutcomes(sweeps: readonly ThresholdSweep[], thresholds: readonly number[]): Float64Array {
  const weight = new Float64Array((sweeps.length + 1) * OUTCOMES);
  for (const [g, sweep] of sweeps.entries()) {
    const k = positionInSweep(sweep, thresholds[g]!);
    const [tp, fp] = [sweep.truePositive[k]!, sweep.falsePositive[k]!];
    const counts = [tp, sweep.truePositive[0]! - tp, 0, fp, sweep.falsePositive[0]! - fp];
    for (const [outcome, count] of counts.entries()) {
      weight[g * OUTCOMES + outcome] = count;
      weight[sweeps.length * OUTCOMES + outcome]! += count;
    }
  }
  return weight;
}

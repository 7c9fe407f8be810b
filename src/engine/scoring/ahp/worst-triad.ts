import type { ComparisonMatrix } from "./comparison-matrix.ts";

export interface WorstTriad {
  readonly items: readonly [string, string, string];
  /** a₁₂ · a₂₃ ÷ a₁₃: 1 where the three agree. */
  readonly product: number;
  /** The judgement of the three that is furthest from the weights, and the ratio that they imply. */
  readonly mend: { readonly left: string; readonly right: string; readonly from: number; readonly to: number };
}

const agreeing = 1e-9;

/**
 * The three items whose judgements contradict one another most (largest |ln(a₁₂ a₂₃ ÷ a₁₃)|, Koczkodaj), and what would mend
 * it: the one of the three judgements that is furthest from the quotient of the weights, replaced by it.
 *
 * Null where no three items are all compared, or all agree.
 *
 * @param weights - one for each item, positive
 * @example
 * const judgements = [{ left: "a", right: "b", ratio: 2 }, { left: "b", right: "c", ratio: 2 }, { left: "a", right: "c", ratio: 4 }];
 * worstTriad(comparisonMatrix(["a", "b", "c"], judgements), [4 / 7, 2 / 7, 1 / 7]) // => null
 */
export function worstTriad({ items, ratios }: ComparisonMatrix, weights: readonly number[]): WorstTriad | null {
  const logs = ratios.map((row) => Float64Array.from(row, (ratio) => (ratio === null ? Number.NaN : Math.log(ratio))));
  let worst = agreeing;
  let found: readonly [number, number, number] | null = null;
  for (let i = 0; i < items.length; i++) {
    for (let j = i + 1; j < items.length; j++) {
      for (let k = j + 1; k < items.length; k++) {
        const contradiction = Math.abs(logs[i]![j]! + logs[j]![k]! - logs[i]![k]!);
        if (contradiction > worst) {
          worst = contradiction;
          found = [i, j, k];
        }
      }
    }
  }
  if (found === null) return null;
  const [i, j, k] = found;
  const pairs = [
    [i, j],
    [j, k],
    [i, k],
  ] as const;
  const departure = ([a, b]: readonly [number, number]) => Math.abs(logs[a]![b]! - Math.log(weights[a]! / weights[b]!));
  const [left, right] = pairs.reduce((most, pair) => (departure(pair) > departure(most) ? pair : most));
  return {
    items: [items[i]!, items[j]!, items[k]!],
    product: Math.exp(logs[i]![j]! + logs[j]![k]! - logs[i]![k]!),
    mend: {
      left: items[left]!,
      right: items[right]!,
      from: ratios[left]![right]!,
      to: weights[left]! / weights[right]!,
    },
  };
}

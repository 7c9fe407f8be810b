import { incompleteGamma } from "../stats/incomplete-gamma.ts";

export interface Concordance {
  /** Kendall's W: 0 where the orders have nothing in common, 1 where all are the same. */
  readonly kendallW: number;
  /** Of orders by chance, by the χ² approximation m(n − 1)W; null below three things or two people. */
  readonly pValue: number | null;
}

/**
 * How far several people put the same things in the same order; ties share their mean rank, and are corrected for.
 *
 * Null where there are fewer than two people or two things, or nobody tells any two things apart.
 *
 * @param scores - one list a person, higher is better, all of the same things
 * Source: Kendall and Babington Smith 1939; correction for ties as in Siegel and Castellan 1988.
 *
 * @example
 * kendallConcordance([[3, 2, 1], [9, 5, 1]])?.kendallW // => 1
 */
export function kendallConcordance(scores: readonly (readonly number[])[]): Concordance | null {
  const m = scores.length;
  const n = scores[0]?.length ?? 0;
  if (m < 2 || n < 2) return null;
  const sums = new Array<number>(n).fill(0);
  let ties = 0;
  for (const list of scores) {
    const order = list.map((_, i) => i).sort((a, b) => list[b]! - list[a]!);
    for (let start = 0; start < n; ) {
      let end = start + 1;
      while (end < n && list[order[end]!] === list[order[start]!]) end++;
      const tied = end - start;
      ties += tied ** 3 - tied;
      for (let k = start; k < end; k++) sums[order[k]!]! += (start + end + 1) / 2;
      start = end;
    }
  }
  const mean = (m * (n + 1)) / 2;
  const spread = sums.reduce((sum, rank) => sum + (rank - mean) ** 2, 0);
  const most = m * m * (n ** 3 - n) - m * ties;
  if (most === 0) return null;
  const kendallW = (12 * spread) / most;
  const pValue = n < 3 ? null : 1 - incompleteGamma((n - 1) / 2, (m * (n - 1) * kendallW) / 2);
  return { kendallW, pValue };
}

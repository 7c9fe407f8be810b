/**
 * How often each item comes first, second, … in samples of weights or scores: rows are items, columns ranks; every row and
 * column sums to 1. Ties share their ranks evenly.
 *
 * @param samples - one list a draw, as long as there are items
 * @example
 * rankAcceptability([[3, 1], [2, 1], [1, 2], [5, 5]]) // => [[0.625, 0.375], [0.375, 0.625]]
 */
export function rankAcceptability(samples: readonly (readonly number[])[]): number[][] {
  const n = samples[0]?.length ?? 0;
  const counts = Array.from({ length: n }, () => new Array<number>(n).fill(0));
  for (const sample of samples) {
    const order = sample.map((_, i) => i).sort((a, b) => sample[b]! - sample[a]!);
    for (let start = 0; start < n; ) {
      let end = start + 1;
      while (end < n && sample[order[end]!] === sample[order[start]!]) end++;
      const share = 1 / (end - start);
      for (let a = start; a < end; a++) for (let rank = start; rank < end; rank++) counts[order[a]!]![rank]! += share;
      start = end;
    }
  }
  return counts.map((row) => row.map((count) => count / samples.length));
}

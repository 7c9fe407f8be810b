/**
 * The bin of a score in [0, 1]: b with b ÷ count ≤ score < (b + 1) ÷ count, the last one closed at 1. Edges are compared as
 * doubles, so that a score on an edge belongs to the bin above whatever the rounding of score × count.
 *
 * @example
 * [0, 0.29, 0.5, 1].map((score) => scoreBin(score, 100)) // => [0, 29, 50, 99]
 */
export function scoreBin(score: number, count: number): number {
  const near = Math.floor(score * count);
  if (near >= count) return count - 1;
  if (score >= (near + 1) / count) return Math.min(count - 1, near + 1);
  return score < near / count ? near - 1 : near;
}

import type { IntervalAnswer } from "./interval-score.ts";

/**
 * The factor by which intervals, widened about their middle, would have held the truth in a share of `level`; below 1
 * they could be narrower. Null where there are too few answers to reach the level at all.
 *
 * Of each answer the distance of the truth from the middle in half widths, and of these the ⌈(n + 1)·level⌉-th smallest
 * (split conformal prediction): the next interval, so widened, holds its truth with probability `level` at least if it
 * is like those before. An interval above 0 is measured by logarithms, as estimates are read: its middle is √(low·high).
 *
 * Source: Vovk, Gammerman and Shafer 2005; Lei et al. 2018.
 *
 * @example
 * intervalWidening([{ low: -1, high: 1, truth: 3 }], 0.5) // => 3
 */
export function intervalWidening(answers: readonly IntervalAnswer[], level: number): number | null {
  const rank = Math.ceil((answers.length + 1) * level - 1e-9);
  if (rank > answers.length) return null;
  const distances = answers.map(distanceInHalfWidths).sort((a, b) => a - b);
  return distances[Math.max(1, rank) - 1]!;
}

function distanceInHalfWidths({ low, high, truth }: IntervalAnswer): number {
  const measure = low > 0 && truth > 0 ? Math.log : (x: number) => x;
  const [from, to, at] = [measure(low), measure(high), measure(truth)];
  return Math.abs(2 * at - from - to) / (to - from);
}

/**
 * An interval widened by a factor about its middle, as {@link intervalWidening} measures it: above 0 low and high move
 * by the same ratio, otherwise by the same distance.
 *
 * @example
 * widenedInterval({ low: 10, high: 1000 }, 2).high // => 10000
 */
export function widenedInterval(
  { low, high }: { low: number; high: number },
  widening: number,
): { low: number; high: number } {
  if (low > 0) {
    const middle = Math.sqrt(low) * Math.sqrt(high);
    const reach = Math.sqrt(high / low) ** widening;
    return { low: middle / reach, high: middle * reach };
  }
  const middle = (low + high) / 2;
  return { low: middle - widening * (middle - low), high: middle + widening * (high - middle) };
}

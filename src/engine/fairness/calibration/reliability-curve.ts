import { wilsonInterval } from "../../stats/wilson-interval.ts";
import type { ScoreHistogram } from "../rate/score-histogram.ts";

/** Where the scores of a bin say one thing and the labels another. */
export interface ReliabilityBin {
  /** Scores from here; to the next bin's, the last one to 1. */
  readonly from: number;
  readonly to: number;
  /** Σw. */
  readonly weight: number;
  readonly meanScore: number;
  /** Share of positive labels, with its Wilson interval. */
  readonly observedRate: number;
  readonly low: number;
  readonly high: number;
}

/** Bins of one width, or of about the same weight each. */
export type BinKind = "equal-width" | "equal-mass";

/**
 * Reliability curve of one group: observed rate beside mean score in each bin that has rows.
 *
 * @param bins - at most this many
 * @param critical - standard normal quantile of the intervals, 1.96 for 95 %
 * @example
 * const histogram = { edge: [0.12, 0.18], score: [0.12, 0.18], positive: [1, 1], negative: [3, 1], n: [2, 4], weightSquares: [2, 4] };
 * reliabilityCurve(histogram).map(({ meanScore, observedRate }) => [meanScore, observedRate]) // => [[0.14, 0.3333333333333333]]
 */
export function reliabilityCurve(
  histogram: ScoreHistogram,
  {
    bins = 10,
    kind = "equal-width",
    critical = 1.959963984540054,
  }: { bins?: number; kind?: BinKind; critical?: number } = {},
): ReliabilityBin[] {
  const { edge, score, positive, negative, n, weightSquares } = histogram;
  const total = positive.reduce((sum, w) => sum + w, 0) + negative.reduce((sum, w) => sum + w, 0);
  // Kish's factor: rows that the weight of one is worth.
  const rowsPerWeight = total / (weightSquares[0] + weightSquares[1]);
  const sums = new Map<number, { positive: number; weight: number; score: number; from: number; to: number }>();
  let passed = 0;
  for (let k = 0; k < edge.length; k++) {
    const weight = positive[k]! + negative[k]!;
    const place =
      kind === "equal-width" ? widthBin(edge[k]!, bins) : Math.floor(((passed + weight / 2) / total) * bins);
    passed += weight;
    const width = { from: place / bins, to: (place + 1) / bins };
    const sum = sums.get(place) ?? {
      positive: 0,
      weight: 0,
      score: 0,
      ...(kind === "equal-width" ? width : { from: edge[k]!, to: 1 }),
    };
    sum.positive += positive[k]!;
    sum.weight += weight;
    sum.score += weight * score[k]!;
    if (kind === "equal-mass") sum.to = edge[k + 1] ?? 1;
    sums.set(place, sum);
  }
  if (n[0] + n[1] === 0) return [];
  return [...sums.values()]
    .filter(({ weight }) => weight > 0)
    .map(({ from, to, weight, positive: hits, score: scores }) => {
      const rate = hits / weight;
      const rows = weight * rowsPerWeight;
      const [low, high] = wilsonInterval(rate * rows, rows, critical);
      return { from, to, weight, meanScore: scores / weight, observedRate: rate, low, high };
    });
}

/** Bin of a lower edge: edges k ÷ bins open bins, compared as doubles. */
function widthBin(value: number, bins: number): number {
  const near = Math.min(bins - 1, Math.floor(value * bins));
  if (value >= (near + 1) / bins) return Math.min(bins - 1, near + 1);
  return value < near / bins ? near - 1 : near;
}

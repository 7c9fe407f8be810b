import { clopperPearsonInterval } from "../../stats/clopper-pearson-interval.ts";
import { normalCdf } from "../../stats/normal-cdf.ts";
import type { Measured } from "./figure.ts";
import type { ScoreHistogram } from "./score-histogram.ts";

/**
 * Area under the ROC curve: the probability that a random positive has a higher score than a random negative, ties
 * counting half. Exact if the slots are the scores; with bins off by at most ½ Σ p₊(b) p₋(b).
 *
 * The interval is normal on the logit with DeLong's variance. Where that is 0 (perfect order) or cannot be had (one
 * positive or one negative) it is Clopper and Pearson's of as many rows as the smaller class has, which is wide.
 *
 * @param critical - standard normal quantile, 1.96 for 95 %
 * @example
 * const histogram = { edge: [0.2, 0.5, 0.7], score: [0.2, 0.5, 0.7], positive: [1, 1, 2], negative: [3, 1, 0], n: [4, 4], weightSquares: [4, 4] };
 * areaUnderRoc(histogram, 1.96).estimate // => 0.8125
 */
export function areaUnderRoc(histogram: ScoreHistogram, critical: number): Measured {
  const { positive, negative, n, weightSquares } = histogram;
  const sum = (column: ArrayLike<number>) => {
    let total = 0;
    for (let k = 0; k < column.length; k++) total += column[k]!;
    return total;
  };
  const [positives, negatives] = [sum(positive), sum(negative)];
  if (positives + negatives === 0) return { estimate: null, reason: "no-scores" };
  if (positives === 0) return { estimate: null, reason: "no-positives" };
  if (negatives === 0) return { estimate: null, reason: "no-negatives" };
  let area = 0;
  let squares = 0;
  let below = 0;
  for (let k = 0; k < positive.length; k++) {
    const placement = (below + negative[k]! / 2) / negatives;
    area += positive[k]! * placement;
    squares += positive[k]! * placement * placement;
    below += negative[k]!;
  }
  area /= positives;
  const positiveSpread = Math.max(0, squares / positives - area * area);
  let above = positives;
  squares = 0;
  for (let k = 0; k < negative.length; k++) {
    above -= positive[k]!;
    const placement = (above + positive[k]! / 2) / positives;
    squares += negative[k]! * placement * placement;
  }
  const negativeSpread = Math.max(0, squares / negatives - area * area);
  const effective = [(positives * positives) / weightSquares[0], (negatives * negatives) / weightSquares[1]] as const;
  const variance = positiveSpread / (effective[0] - 1) + negativeSpread / (effective[1] - 1);
  const rows = n[0] + n[1];
  if (!(variance > 0 && variance < Infinity) || area <= 0 || area >= 1) {
    const smaller = Math.min(effective[0], effective[1]);
    const [low, high] = clopperPearsonInterval(area * smaller, smaller, 2 * normalCdf(critical) - 1);
    return { estimate: area, low, high, n: rows, method: "clopper-pearson" };
  }
  const logit = Math.log(area / (1 - area));
  const half = (critical * Math.sqrt(variance)) / (area * (1 - area));
  const back = (x: number) => 1 / (1 + Math.exp(-x));
  return { estimate: area, low: back(logit - half), high: back(logit + half), n: rows, method: "delong-logit" };
}

/**
 * Probability that a random positive of one group has a higher score than a random negative of another (xAUC, Kallus and
 * Zhou 2019); NaN without either.
 */
export function crossAreaUnderRoc(positives: ScoreHistogram, negatives: ScoreHistogram): number {
  let area = 0;
  let below = 0;
  let next = 0;
  let [total, weight] = [0, 0];
  for (let k = 0; k < negatives.negative.length; k++) total += negatives.negative[k]!;
  for (let k = 0; k < positives.positive.length; k++) weight += positives.positive[k]!;
  for (let k = 0; k < positives.edge.length; k++) {
    while (next < negatives.edge.length && negatives.edge[next]! < positives.edge[k]!)
      below += negatives.negative[next++]!;
    const tied = negatives.edge[next] === positives.edge[k] ? negatives.negative[next]! : 0;
    area += positives.positive[k]! * (below + tied / 2);
  }
  return area / (weight * total);
}

import { moverMean } from "../../stats/mover-interval.ts";
import { wilsonInterval } from "../../stats/wilson-interval.ts";
import type { Measured } from "./figure.ts";
import { OUTCOMES, type OutcomeTable } from "./outcome-table.ts";
import { RATE_NAMES, type RateInterval, type RateName, rateMeasured, rateOf } from "./rate.ts";

/** Figures of label and decision that are no single share. */
export const COMPOSITE_METRICS = ["balancedAccuracy", "f1", "averageOdds", "treatmentEquality"] as const;

export type CountMetricName = RateName | (typeof COMPOSITE_METRICS)[number];

/** Whether a metric is a single share. */
export function isRateMetric(name: string): name is RateName {
  return (RATE_NAMES as readonly string[]).includes(name);
}

/**
 * A metric of one block of weights, without its interval; NaN where it is undefined.
 *
 * balancedAccuracy (TPR + TNR) ÷ 2 · averageOdds (TPR + FPR) ÷ 2 · f1 2TP ÷ (2TP + FP + FN) · treatmentEquality FN ÷ FP.
 *
 * @param start - position of the block's first outcome
 * @example
 * countMetricOf(Float64Array.of(3, 1, 0, 2, 4, 0, 0, 0, 0), 0, "f1") // => 0.6666666666666666
 */
export function countMetricOf(weight: Float64Array, start: number, name: CountMetricName): number {
  const [tp, fn, fp] = [weight[start]!, weight[start + 1]!, weight[start + 3]!];
  switch (name) {
    case "balancedAccuracy":
      return (rateOf(weight, start, "truePositiveRate") + rateOf(weight, start, "trueNegativeRate")) / 2;
    case "averageOdds":
      return (rateOf(weight, start, "truePositiveRate") + rateOf(weight, start, "falsePositiveRate")) / 2;
    case "f1":
      return (2 * tp) / (2 * tp + fp + fn);
    case "treatmentEquality":
      return fp > 0 ? fn / fp : Number.NaN;
    default:
      return rateOf(weight, start, name);
  }
}

/**
 * A metric of one group with its interval. Means of two rates recover it from those of both (they share no row); F1 is
 * 2J ÷ (1 + J) of the share J = TP ÷ (TP + FP + FN), FN ÷ FP the odds of a share, so that Wilson's interval carries over.
 *
 * @param critical - standard normal quantile, 1.96 for 95 %
 */
export function countMetricMeasured(
  table: OutcomeTable,
  group: number,
  name: CountMetricName,
  critical: number,
  interval: RateInterval = "wilson",
): Measured {
  switch (name) {
    case "balancedAccuracy":
      return meanOf(table, group, ["truePositiveRate", "trueNegativeRate"], critical, interval);
    case "averageOdds":
      return meanOf(table, group, ["truePositiveRate", "falsePositiveRate"], critical, interval);
    case "f1":
      return shareMeasured(
        table,
        group,
        critical,
        [0],
        [0, 1, 3],
        (share) => (2 * share) / (1 + share),
        "no-positives",
      );
    case "treatmentEquality":
      if (!(table.n[group * OUTCOMES + 3]! > 0)) return { estimate: null, reason: "no-false-positives" };
      return shareMeasured(table, group, critical, [1], [1, 3], (share) => share / (1 - share), "no-false-positives");
    default:
      return rateMeasured(table, group, name, critical, interval);
  }
}

function meanOf(
  table: OutcomeTable,
  group: number,
  names: readonly [RateName, RateName],
  critical: number,
  interval: RateInterval,
): Measured {
  const [a, b] = [names[0], names[1]].map((name) => rateMeasured(table, group, name, critical, interval));
  if (a!.estimate === null) return a!;
  if (b!.estimate === null) return b!;
  const [low, high] = moverMean(a!, b!);
  return {
    estimate: (a!.estimate + b!.estimate) / 2,
    low: Math.max(0, low),
    high: Math.min(1, high),
    n: a!.n + b!.n,
    method: "mover-wilson",
  };
}

function shareMeasured(
  table: OutcomeTable,
  group: number,
  critical: number,
  of: readonly number[],
  among: readonly number[],
  scale: (share: number) => number,
  reason: "no-positives" | "no-false-positives",
): Measured {
  const sum = (column: Float64Array, outcomes: readonly number[]) =>
    outcomes.reduce((total, outcome) => total + column[group * OUTCOMES + outcome]!, 0);
  const weight = sum(table.weight, among);
  if (!(weight > 0)) return { estimate: null, reason };
  const share = sum(table.weight, of) / weight;
  const effective = (weight * weight) / sum(table.weightSquares, among);
  const [low, high] = wilsonInterval(share * effective, effective, critical);
  return {
    estimate: scale(share),
    low: scale(low),
    high: scale(high),
    n: sum(table.n, among),
    method: table.weights === "given" ? "wilson-effective-n" : "wilson",
  };
}

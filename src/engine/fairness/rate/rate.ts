import { clopperPearsonInterval } from "../../stats/clopper-pearson-interval.ts";
import { normalCdf } from "../../stats/normal-cdf.ts";
import { wilsonInterval } from "../../stats/wilson-interval.ts";
import type { Measured, UndefinedReason } from "./figure.ts";
import { OUTCOMES, type OutcomeTable } from "./outcome-table.ts";

/** A share: rows with one of the outcomes `of`, among rows with one of `among`. */
interface Share {
  readonly of: readonly number[];
  readonly among: readonly number[];
  readonly reason: UndefinedReason;
}

// Positions of label × 3 + decision.
const [TP, FN, FP, TN] = [0, 1, 3, 4] as const;
const LABELLED = [0, 1, 2, 3, 4, 5];
const DECIDED = [0, 1, 3, 4, 6, 7];
const BOTH = [TP, FN, FP, TN];

/** Every rate that counts of label and decision can give. */
export const RATES = {
  /** Favourable decisions ÷ decisions. */
  selectionRate: { of: [0, 3, 6], among: DECIDED, reason: "no-decisions" },
  /** Positive labels ÷ labels. */
  baseRate: { of: [0, 1, 2], among: LABELLED, reason: "no-labels" },
  accuracy: { of: [TP, TN], among: BOTH, reason: "no-labels" },
  errorRate: { of: [FP, FN], among: BOTH, reason: "no-labels" },
  truePositiveRate: { of: [TP], among: [TP, FN], reason: "no-positives" },
  falseNegativeRate: { of: [FN], among: [TP, FN], reason: "no-positives" },
  falsePositiveRate: { of: [FP], among: [FP, TN], reason: "no-negatives" },
  trueNegativeRate: { of: [TN], among: [FP, TN], reason: "no-negatives" },
  positivePredictiveValue: { of: [TP], among: [TP, FP], reason: "no-predicted-positives" },
  falseDiscoveryRate: { of: [FP], among: [TP, FP], reason: "no-predicted-positives" },
  negativePredictiveValue: { of: [TN], among: [TN, FN], reason: "no-predicted-negatives" },
  falseOmissionRate: { of: [FN], among: [TN, FN], reason: "no-predicted-negatives" },
  /** False positives ÷ rows: weighs a group's errors by its size. */
  falsePositiveShare: { of: [FP], among: BOTH, reason: "no-labels" },
  falseNegativeShare: { of: [FN], among: BOTH, reason: "no-labels" },
} as const satisfies { readonly [name: string]: Share };

export type RateName = keyof typeof RATES;
export const RATE_NAMES = Object.keys(RATES) as readonly RateName[];

/** How the interval of a rate is computed. */
export type RateInterval = "wilson" | "clopper-pearson";

/** Numerator and denominator of a rate, in rows as well as in weight, and Kish's effective number of rows. */
export interface RateCounts {
  readonly successes: number;
  readonly n: number;
  readonly rate: number;
  readonly effectiveN: number;
}

/**
 * Counts behind a rate of a group; the group after the last is all.
 *
 * @example
 * const counts = Float64Array.of(3, 1, 0, 2, 4, 0, 0, 0, 0);
 * const table = { attributes: [], groups: [], n: counts, weight: counts, weightSquares: counts, weights: "none" };
 * rateCounts(table, 0, "truePositiveRate") // => { successes: 3, n: 4, rate: 0.75, effectiveN: 4 }
 */
export function rateCounts(table: OutcomeTable, group: number, name: RateName): RateCounts {
  const { of, among } = RATES[name];
  const start = group * OUTCOMES;
  const sum = (column: Float64Array, outcomes: readonly number[]) => {
    let total = 0;
    for (const outcome of outcomes) total += column[start + outcome]!;
    return total;
  };
  const weight = sum(table.weight, among);
  return {
    successes: sum(table.n, of),
    n: sum(table.n, among),
    rate: sum(table.weight, of) / weight,
    effectiveN: (weight * weight) / sum(table.weightSquares, among),
  };
}

/** The rate alone, of one block of weights; NaN without denominator. */
export function rateOf(weight: Float64Array, start: number, name: RateName): number {
  const { of, among } = RATES[name];
  let above = 0;
  let below = 0;
  for (const outcome of of) above += weight[start + outcome]!;
  for (const outcome of among) below += weight[start + outcome]!;
  return above / below;
}

/**
 * A rate of a group with its interval.
 *
 * With weights the rate is Σw ÷ Σw and the interval Wilson's for Kish's effective number of rows (Σw)² ÷ Σw².
 *
 * @param critical - standard normal quantile, 1.96 for 95 %
 */
export function rateMeasured(
  table: OutcomeTable,
  group: number,
  name: RateName,
  critical: number,
  interval: RateInterval = "wilson",
): Measured {
  const { rate, n, effectiveN } = rateCounts(table, group, name);
  if (!(effectiveN > 0)) return { estimate: null, reason: emptyReason(table, group, name) };
  const successes = rate * effectiveN;
  const [low, high] =
    interval === "wilson"
      ? wilsonInterval(successes, effectiveN, critical)
      : clopperPearsonInterval(successes, effectiveN, 2 * normalCdf(critical) - 1);
  const method = interval === "wilson" && table.weights === "given" ? "wilson-effective-n" : interval;
  return { estimate: rate, low, high, n, method };
}

/** The most telling reason why a rate has no denominator. */
function emptyReason(table: OutcomeTable, group: number, name: RateName): UndefinedReason {
  const has = (outcomes: readonly number[]) => outcomes.some((outcome) => table.n[group * OUTCOMES + outcome]! > 0);
  if (!has(Array.from({ length: OUTCOMES }, (_, outcome) => outcome))) return "empty";
  if (name !== "baseRate" && !has(DECIDED)) return "no-decisions";
  if (name !== "selectionRate" && !has(LABELLED)) return "no-labels";
  return RATES[name].reason;
}

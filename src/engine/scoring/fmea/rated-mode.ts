import { type ActionPriority, actionPriority } from "./action-priority.ts";
import type { MeasuredRating } from "./measured-rating.ts";

/** A rating that a person gave, or one that was counted. */
export type Rating = number | MeasuredRating;

export interface RatedMode {
  readonly severity: number;
  readonly occurrence: number;
  readonly detection: number;
  /** Severity × occurrence × detection, 1 to 1000. One of 120 values; products of ranks, no quantity. */
  readonly rpn: number;
  /** Severity × occurrence. */
  readonly criticality: number;
  readonly actionPriority: ActionPriority;
  /** How sure the priority is; certain where everything was judged. */
  readonly probabilities: { readonly [priority in ActionPriority]: number };
}

/**
 * A failure mode's figures: risk priority number, criticality and action priority; with counted ratings, how probable each
 * priority is, occurrence and detection being independent.
 *
 * @param severity - 1 to 10
 * @throws RangeError when a rating is not a whole number from 1 to 10
 * @example
 * rateMode(8, 4, 5).rpn // => 160
 */
export function rateMode(severity: number, occurrence: Rating, detection: Rating): RatedMode {
  const [o, d] = [pointOf(occurrence), pointOf(detection)];
  const priority = actionPriority(severity, o, d);
  const probabilities = { high: 0, medium: 0, low: 0 };
  for (const [i, p] of spread(occurrence).entries()) {
    for (const [j, q] of spread(detection).entries()) {
      if (p * q > 0) probabilities[actionPriority(severity, i + 1, j + 1)] += p * q;
    }
  }
  return {
    severity,
    occurrence: o,
    detection: d,
    rpn: severity * o * d,
    criticality: severity * o,
    actionPriority: priority,
    probabilities,
  };
}

function pointOf(rating: Rating): number {
  return typeof rating === "number" ? rating : rating.rating;
}

function spread(rating: Rating): readonly number[] {
  if (typeof rating !== "number") return rating.probabilities;
  return Array.from({ length: 10 }, (_, k) => (k + 1 === rating ? 1 : 0));
}

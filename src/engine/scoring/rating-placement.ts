import { place } from "./place.ts";
import { reducedLevel } from "./reduced-level.ts";
import { remainingShare } from "./remaining-share.ts";
import type { CountedControl, Rating, Score } from "./risk-score.ts";
import type { Scale } from "./scale.ts";
import { worstImpact } from "./worst-impact.ts";

/** Where a risk stands under the controls given. */
export type Placement = (controls: readonly CountedControl[]) => Score;

/**
 * Where a rated risk stands under any set of controls: each level's typical value × ∏(1 − mean effectiveness) over the
 * controls of its axis, read back on the scale. Null when the rating names no impact.
 *
 * Controls that act on the loss reduce every kind of impact by the same share, so that the worst kind decides before
 * and after. Who calls decides which controls count; their status is not looked at. Controls count as independent:
 * their order does not matter, and each takes its share of what the others leave.
 *
 * @example
 * ratingPlacement(defaultScale, { likelihood: 4, impact: { rights: 3, money: 5 } })?.([]).score // => 20
 */
export function ratingPlacement(scale: Scale, rating: Rating): Placement | null {
  const impact = worstImpact(rating.impact);
  if (impact === null) return null;
  const rated = place(scale, { likelihood: rating.likelihood, impact });
  return (controls) =>
    place(scale, {
      likelihood: reducedLevel(scale.likelihood, rated.likelihood, remainingShare(controls, "frequency")),
      impact: reducedLevel(scale.impact, rated.impact, remainingShare(controls, "loss")),
    });
}

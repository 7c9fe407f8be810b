import type { CountedControl } from "./risk-score.ts";

/**
 * Share that controls leave of the frequency, or of the loss: ∏(1 − mean effectiveness) over those that act on it.
 *
 * 1 when none does; in [0, 1].
 *
 * @example
 * remainingShare([
 *   countedControl({ control: "review", status: "working", acts: "loss", effectiveness: 0.4 }),
 * ], "loss") // => 0.6
 */
export function remainingShare(controls: readonly CountedControl[], acts: CountedControl["acts"]): number {
  let share = 1;
  for (const control of controls) {
    if (control.acts === acts) share *= 1 - control.meanEffectiveness;
  }
  return share;
}

import { meanEffectiveness } from "./mean-effectiveness.ts";
import type { ControlInUse } from "./risk-score.ts";

/**
 * Share that controls leave of the frequency, or of the loss: ∏(1 − mean effectiveness) over those that act on it.
 *
 * 1 when none does; in [0, 1].
 *
 * @example
 * remainingShare([{ control: "review", status: "working", acts: "loss", effectiveness: 0.4 }], "loss") // => 0.6
 */
export function remainingShare(controls: readonly ControlInUse[], acts: ControlInUse["acts"]): number {
  let share = 1;
  for (const control of controls) {
    if (control.acts === acts) share *= 1 - meanEffectiveness(control.effectiveness);
  }
  return share;
}

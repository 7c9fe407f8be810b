import { controlsLeft } from "../quantification/controls-left.ts";
import { estimateDistribution } from "../quantification/estimate/estimate-distribution.ts";
import type { CountedControl } from "./risk-score.ts";

/**
 * Share that controls leave of the frequency, of the loss, or of the probability of a secondary loss, on average.
 *
 * Controls that act on it multiply: ∏(1 − mean of effectiveness × coverage × reliability). Of controls with one
 * mechanism only the strongest counts: 1 − E[max], which is at least what the stronger mean takes away. 1 when none
 * acts; in [0, 1].
 *
 * @example
 * remainingShare([
 *   countedControl({ control: "review", status: "working", acts: "loss", effectiveness: 0.4 }),
 * ], "loss") // => 0.6
 * @example
 * const filter = { status: "working", acts: "loss", mechanism: "filter" };
 * remainingShare([
 *   countedControl({ ...filter, control: "input", effectiveness: 0.4 }),
 *   countedControl({ ...filter, control: "output", effectiveness: 0.3 }),
 * ], "loss") // => 0.6
 */
export function remainingShare(controls: readonly CountedControl[], acts: CountedControl["acts"]): number {
  const acting = controls.filter((control) => control.acts === acts);
  const alike = new Map<string, CountedControl[]>();
  let share = 1;
  for (const control of acting) {
    if (control.mechanism === undefined) share *= 1 - control.meanEffectiveness;
    else alike.set(control.mechanism, [...(alike.get(control.mechanism) ?? []), control]);
  }
  for (const group of alike.values()) share *= leftBy(group, acts);
  return share;
}

/** What controls of one mechanism leave on average. */
function leftBy(group: readonly CountedControl[], acts: CountedControl["acts"]): number {
  const [only] = group;
  if (group.length === 1) return 1 - only!.meanEffectiveness;
  const [left] = controlsLeft(group, {
    acts,
    read: (kind, field, estimate) => estimateDistribution(estimate, { kind, field }),
  });
  return left!.mean;
}

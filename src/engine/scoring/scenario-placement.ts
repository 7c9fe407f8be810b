import { mostProbableLevel } from "./level-probabilities.ts";
import { place } from "./place.ts";
import type { Placement } from "./rating-placement.ts";
import { reducedLevel } from "./reduced-level.ts";
import { remainingShare } from "./remaining-share.ts";
import type { CountedControl } from "./risk-score.ts";
import type { Scale } from "./scale.ts";
import type { ScenarioReader } from "./scenario-reading.ts";

/**
 * Where a risk with a scenario stands under any set of controls: the most probable level of each axis, the impact of
 * money being held against the worst other kind as it was rated, reduced by the controls that act on the loss.
 *
 * Never above where it stands without controls: in a scenario with two humps a control can move one of them onto a
 * bound and so make the higher one the more probable, which is no reason to place the risk higher.
 *
 * `otherKinds` is the impact level of the kinds that are not money, null when none was rated.
 *
 * @example
 * scenarioPlacement(defaultScale, {
 *   reader: scenarioReader(defaultScale, { frequency: 2, loss: { primary: 50000 } }),
 *   otherKinds: 4,
 * })([]).impact // => 4
 */
export function scenarioPlacement(
  scale: Scale,
  { reader, otherKinds }: { readonly reader: ScenarioReader; readonly otherKinds: number | null },
): Placement {
  const levelsUnder = (controls: readonly CountedControl[]) => {
    const reading = reader(controls);
    const others = otherKinds === null ? 0 : reducedLevel(scale.impact, otherKinds, remainingShare(controls, "loss"));
    return {
      likelihood: mostProbableLevel(reading.likelihood),
      impact: Math.max(mostProbableLevel(reading.impact), others),
    };
  };
  const inherent = levelsUnder([]);
  return (controls) => {
    const { likelihood, impact } = levelsUnder(controls);
    return place(scale, {
      likelihood: Math.min(inherent.likelihood, likelihood),
      impact: Math.min(inherent.impact, impact),
    });
  };
}

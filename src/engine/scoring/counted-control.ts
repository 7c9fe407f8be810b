import { meanEffectiveness } from "./mean-effectiveness.ts";
import type { ControlInUse, CountedControl } from "./risk-score.ts";

/**
 * A control ready to be counted: with the mean of its effectiveness, which every state and step of a risk asks for.
 *
 * Throws an EstimateError for an effectiveness that is no estimate of a probability.
 *
 * @example
 * countedControl({ control: "review", status: "working", acts: "loss", effectiveness: { min: 0.2, max: 0.6 } })
 *   .meanEffectiveness // => 0.4
 */
export function countedControl(control: ControlInUse): CountedControl {
  return { ...control, meanEffectiveness: meanEffectiveness(control.effectiveness) };
}

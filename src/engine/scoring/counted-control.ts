import { meanEffectiveness } from "./mean-effectiveness.ts";
import type { ControlInUse, CountedControl } from "./risk-score.ts";

/**
 * A control ready to be counted: with the mean of effectiveness × coverage × reliability, which every state and step of
 * a risk asks for. The three are independent, so that the mean of the product is the product of the means.
 *
 * Throws an EstimateError for one of them that is no estimate of a probability.
 *
 * @example
 * countedControl({ control: "review", status: "working", acts: "loss", effectiveness: { min: 0.2, max: 0.6 } })
 *   .meanEffectiveness // => 0.4
 * @example
 * countedControl({ control: "review", status: "working", acts: "loss", effectiveness: 0.8, coverage: 0.5 })
 *   .meanEffectiveness // => 0.4
 */
export function countedControl(control: ControlInUse): CountedControl {
  const { effectiveness, coverage = 1, reliability = 1 } = control;
  const mean =
    meanEffectiveness(effectiveness) *
    meanEffectiveness(coverage, "coverage") *
    meanEffectiveness(reliability, "reliability");
  return { ...control, meanEffectiveness: mean };
}

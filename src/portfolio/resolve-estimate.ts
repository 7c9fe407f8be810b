import type { FileEstimate } from "../contract/estimate.ts";
import type { Estimate } from "../engine/quantification/scenario.ts";
import type { Level } from "../engine/scoring/scale.ts";

/** What an estimate of the file may refer to. */
export interface EstimateContext {
  /** The levels that `{ level: n }` means: of likelihood in a frequency, of impact in a loss. */
  readonly levels: readonly Level[];
  /** Units of the portfolio's currency for one of the currency named. */
  readonly rateOf: (currency: string) => number;
}

/**
 * An estimate as the engine reads it: a level becomes a uniform quantity over its bounds, and money is converted.
 *
 * Conversion multiplies the quantity by the rate in whatever form it is written: bounds and samples are multiplied,
 * the mu of a lognormal gets ln(rate) added, the rate parameter of a gamma is divided.
 */
export function resolveEstimate(estimate: FileEstimate, { levels, rateOf }: EstimateContext): Estimate {
  if (typeof estimate === "number" || "alpha" in estimate) return estimate;
  if ("level" in estimate) {
    const { from, to } = levels[estimate.level - 1]!;
    return { min: from, max: to };
  }
  const { currency, ...quantity } = estimate;
  return currency === undefined ? quantity : multiplied(quantity, rateOf(currency));
}

function multiplied(quantity: Exclude<Estimate, number>, factor: number): Estimate {
  if (factor === 1) return quantity;
  if ("low" in quantity) return { low: quantity.low * factor, high: quantity.high * factor };
  if ("mode" in quantity) {
    const { min, mode, max, lambda } = quantity;
    return { min: min * factor, mode: mode * factor, max: max * factor, ...(lambda !== undefined && { lambda }) };
  }
  if ("min" in quantity) return { min: quantity.min * factor, max: quantity.max * factor };
  if ("shape" in quantity) return { shape: quantity.shape, rate: quantity.rate / factor };
  if ("mu" in quantity) return { mu: quantity.mu + Math.log(factor), sigma: quantity.sigma };
  if ("samples" in quantity) return { samples: quantity.samples.map((sample) => sample * factor) };
  return quantity;
}

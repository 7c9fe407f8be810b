import { atoms } from "../../stats/atoms.ts";
import { capped } from "../../stats/capped.ts";
import type { Distribution } from "../../stats/distribution.ts";
import { gamma } from "../../stats/gamma.ts";
import { lognormal } from "../../stats/lognormal.ts";
import { normalQuantile } from "../../stats/normal-quantile.ts";
import { scaledBeta } from "../../stats/scaled-beta.ts";
import type { Estimate } from "../scenario.ts";
import { EstimateError } from "./estimate-error.ts";

/** Where an estimate stands: its name in an error, and whether it is a probability or a quantity from 0 up. */
export interface EstimatePlace {
  readonly field: string;
  readonly kind: "quantity" | "probability";
}

/** Half the width of a calibrated 90 % interval in standard deviations. */
const Z95 = normalQuantile(0.95);

/**
 * The distribution that an estimate stands for.
 *
 * `{ low, high }` is lognormal with these as its 5 % and 95 % quantiles; PERT is Beta(1 + λ(mode − min)/(max − min),
 * 1 + λ(max − mode)/(max − min)) on [min, max] (λ 4 unless given); the others are named in {@link Estimate}. Ends that
 * meet, sigma 0 or a single sample give a point. In the place of a probability an unbounded form is capped at 1.
 *
 * Throws an EstimateError for numbers that are not finite, negative quantities, bounds out of order, parameters that
 * are not positive, and bounded forms that leave [0, 1] in the place of a probability.
 *
 * @example
 * estimateDistribution({ low: 1, high: 10 }, { field: "loss", kind: "quantity" }).mean.toFixed(9) // => "4.040012827"
 */
export function estimateDistribution(estimate: Estimate, place: EstimatePlace): Distribution {
  const distribution = read(estimate, place.field);
  const [low, high] = distribution.support;
  if (low < 0) throw new EstimateError(place.field, estimate, "give values from 0 up");
  if (!Number.isFinite(distribution.mean) || !Number.isFinite(distribution.variance)) {
    throw new EstimateError(place.field, estimate, "give a narrower range: its mean or variance is not a number");
  }
  if (place.kind === "quantity") return distribution;
  if (high < Infinity && high > 1) throw new EstimateError(place.field, estimate, "give a probability from 0 to 1");
  return capped(distribution, 1);
}

function read(estimate: Estimate, field: string): Distribution {
  const refuse = (remedy: string): never => {
    throw new EstimateError(field, estimate, remedy);
  };
  const demand = (holds: boolean, remedy: string) => holds || refuse(remedy);
  if (typeof estimate === "number") {
    demand(Number.isFinite(estimate), "give a finite number");
    return atoms([estimate]);
  }
  if (typeof estimate !== "object" || estimate === null) return refuse("give a number or one of the forms");
  if ("samples" in estimate) {
    demand(estimate.samples.length > 0 && estimate.samples.every(Number.isFinite), "give at least one finite sample");
    return atoms(estimate.samples);
  }
  demand(
    Object.values(estimate).every((value) => value === undefined || Number.isFinite(value)),
    "give finite numbers",
  );
  if ("low" in estimate) {
    const { low, high } = estimate;
    if (low === high) return atoms([low]);
    demand(low > 0 && low < high, "give 0 < low < high");
    return lognormal({ mu: (Math.log(low) + Math.log(high)) / 2, sigma: Math.log(high / low) / (2 * Z95) });
  }
  if ("mu" in estimate) {
    demand(estimate.sigma >= 0, "give a sigma from 0 up");
    return estimate.sigma === 0 ? atoms([Math.exp(estimate.mu)]) : lognormal(estimate);
  }
  if ("alpha" in estimate) {
    demand(estimate.alpha > 0 && estimate.beta > 0, "give alpha and beta above 0");
    return scaledBeta({ alpha: estimate.alpha, beta: estimate.beta, min: 0, max: 1 });
  }
  if ("shape" in estimate) {
    demand(estimate.shape > 0 && estimate.rate > 0, "give shape and rate above 0");
    return gamma(estimate);
  }
  if (!("min" in estimate)) return refuse("give a number or one of the forms");
  const { min, max } = estimate;
  const mode = "mode" in estimate ? estimate.mode : min;
  demand(min <= mode && mode <= max, "mode" in estimate ? "give min ≤ mode ≤ max" : "give min ≤ max");
  if (min === max) return atoms([min]);
  const lambda = "mode" in estimate ? (estimate.lambda ?? 4) : 0;
  demand(lambda >= 0, "give a lambda from 0 up");
  const lean = (mode - min) / (max - min);
  return scaledBeta({ alpha: 1 + lambda * lean, beta: 1 + lambda * (1 - lean), min, max });
}

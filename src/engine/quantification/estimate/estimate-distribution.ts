import { atoms } from "../../stats/atoms.ts";
import { averagedQuantiles } from "../../stats/averaged-quantiles.ts";
import { capped } from "../../stats/capped.ts";
import type { Distribution } from "../../stats/distribution.ts";
import { gamma } from "../../stats/gamma.ts";
import { lognormal } from "../../stats/lognormal.ts";
import { mixtureOf } from "../../stats/mixture.ts";
import { normalQuantile } from "../../stats/normal-quantile.ts";
import { scaledBeta } from "../../stats/scaled-beta.ts";
import { cutDistribution } from "./cut-distribution.ts";
import type { Estimate, EstimateCuts, EstimateForm, Quantile } from "./estimate.ts";
import { EstimateError } from "./estimate-error.ts";
import { lognormalThrough } from "./lognormal-through.ts";
import { type PertForm, pertShape } from "./pert-shape.ts";

/** Where an estimate stands: its name in an error, and whether it is a probability or a quantity from 0 up. */
export interface EstimatePlace {
  readonly field: string;
  readonly kind: "quantity" | "probability";
}

/** Half the width of a calibrated 90 % interval in standard deviations. */
const Z95 = normalQuantile(0.95);

/** How far a lognormal may miss one of three or more quantiles, as a share of it. */
const LARGEST_DEVIATION = 0.05;

/** Parameters of beta and gamma beyond which their quantiles lose digits or leave the range of numbers. */
const SHAPES = { least: 0.01, most: 1e6 } as const;

/**
 * The distribution that an estimate stands for.
 *
 * `{ low, high }` is lognormal with these as its 5 % and 95 % quantiles; PERT is read by {@link pertShape}; through
 * quantiles goes the lognormal of {@link lognormalThrough}, which must come within 5 % of each; experts are mixed
 * ("linear") or their quantiles averaged ("quantiles") by their weights, 1 each unless given; the others are named in
 * {@link Estimate}. Then it is truncated, capped and what an insurance leaves of it taken, in this order. Ends that
 * meet, sigma 0 or a single sample give a point. In the place of a probability an unbounded form is capped at 1.
 *
 * Throws an EstimateError for numbers that are not finite, negative quantities, bounds out of order, parameters that
 * are not positive, cuts that leave nothing, a mean or variance that is not a number, and in the place of a probability
 * for bounded forms that leave [0, 1] and for insurance.
 *
 * @example
 * estimateDistribution({ low: 1, high: 10 }, { field: "loss", kind: "quantity" }).mean.toFixed(9) // => "4.040012827"
 */
export function estimateDistribution(estimate: Estimate, place: EstimatePlace): Distribution {
  const refuse = (remedy: string): never => {
    throw new EstimateError(place.field, estimate, remedy);
  };
  if (typeof estimate === "number") {
    if (!Number.isFinite(estimate)) refuse("give a finite number");
    return checked(atoms([estimate]), place, refuse);
  }
  if (typeof estimate !== "object" || estimate === null) return refuse("give a number or one of the forms");
  if (estimate.insurance && place.kind === "probability") refuse("leave out insurance: it stands on a loss");
  const { truncate, cap, insurance, ...form } = estimate as EstimateForm & EstimateCuts;
  const whole = readForm(form as EstimateForm, place, refuse);
  return checked(cutDistribution(whole, { truncate, cap, insurance }, refuse), place, refuse);
}

type Refuse = (remedy: string) => never;

function checked(distribution: Distribution, { kind }: EstimatePlace, refuse: Refuse): Distribution {
  const [low, high] = distribution.support;
  if (low < 0) {
    refuse(`give values from 0 up${Number.isFinite(low) ? `: it begins at ${Number(low.toPrecision(4))}` : ""}`);
  }
  if (!Number.isFinite(distribution.mean) || !Number.isFinite(distribution.variance)) {
    refuse("give a narrower range or a cap: its mean or variance is not a number");
  }
  if (kind === "quantity") return distribution;
  if (high < Infinity && high > 1) refuse(`give a probability from 0 to 1: it ends at ${Number(high.toPrecision(4))}`);
  return capped(distribution, 1);
}

function readForm(form: EstimateForm, place: EstimatePlace, refuse: Refuse): Distribution {
  if ("experts" in form) return readExperts(form, place, refuse);
  if ("quantiles" in form) return readQuantiles(form.quantiles, refuse);
  const demand = (holds: boolean, remedy: string) => holds || refuse(remedy);
  if ("samples" in form) {
    demand(form.samples.length > 0 && form.samples.every(Number.isFinite), "give at least one finite sample");
    return atoms(form.samples);
  }
  demand(
    Object.entries(form).every(([key, value]) => key === "ends" || value === undefined || Number.isFinite(value)),
    "give finite numbers",
  );
  const { least, most } = SHAPES;
  const isShape = (...shapes: number[]) => shapes.every((shape) => shape >= least && shape <= most);
  if ("low" in form) {
    const { low, high } = form;
    if (low === high) return atoms([low]);
    demand(low > 0 && low < high, "give 0 < low < high");
    return lognormalOrPoint((Math.log(low) + Math.log(high)) / 2, Math.log(high / low) / (2 * Z95));
  }
  if ("mu" in form) {
    demand(form.sigma >= 0, "give a sigma from 0 up");
    return lognormalOrPoint(form.mu, form.sigma);
  }
  if ("alpha" in form) {
    const { alpha, beta } = form;
    demand(alpha > 0 && beta > 0, "give alpha and beta above 0");
    demand(isShape(alpha, beta), `give alpha and beta from ${least} to ${most}`);
    return scaledBeta({ alpha, beta, min: 0, max: 1 });
  }
  if ("shape" in form) {
    demand(form.shape > 0 && form.rate > 0, "give shape and rate above 0");
    demand(isShape(form.shape), `give a shape from ${least} to ${most}`);
    return gamma(form);
  }
  if (!("min" in form)) return refuse("give a number or one of the forms");
  const { min, max } = form;
  if (!("mode" in form)) {
    demand(min <= max, "give min ≤ max");
    return min === max ? atoms([min]) : scaledBeta({ alpha: 1, beta: 1, min, max });
  }
  return readPert(form, refuse);
}

function readPert(form: PertForm, refuse: Refuse): Distribution {
  const { min, mode, max, lambda = 4, ends = "bounds" } = form;
  if (!(min <= mode && mode <= max)) refuse("give min ≤ mode ≤ max");
  if (!(lambda >= 0 && lambda <= SHAPES.most)) refuse(`give a lambda from 0 to ${SHAPES.most}`);
  if (ends !== "bounds" && ends !== "percentiles") refuse('give ends "bounds" or "percentiles"');
  if (min === max) return atoms([min]);
  const shape = pertShape(form);
  if (ends === "percentiles" && shape.min < 0 && min >= 0) {
    const begins = Number(shape.min.toPrecision(4));
    refuse(`the PERT with these percentiles begins at ${begins}, below 0; give { low, high }, or ends "bounds"`);
  }
  return scaledBeta(shape);
}

function readQuantiles(quantiles: readonly Quantile[], refuse: Refuse): Distribution {
  const rise = (of: (quantile: Quantile) => number) =>
    quantiles.every((quantile, k) => k === 0 || of(quantile) > of(quantiles[k - 1]!));
  if (!Array.isArray(quantiles) || quantiles.length < 2) refuse("give two quantiles or more");
  if (!quantiles.every(({ p }) => p > 0 && p < 1) || !rise(({ p }) => p)) refuse("give rising p between 0 and 1");
  if (!quantiles.every(({ value }) => value > 0 && value < Infinity) || !rise(({ value }) => value)) {
    refuse("give finite values above 0 that rise with p");
  }
  const { mu, sigma, fitted, largestDeviation } = lognormalThrough(quantiles);
  if (quantiles.length > 2 && !(largestDeviation <= LARGEST_DEVIATION)) {
    const nearest = quantiles.map(({ p, value }, k) => `${fitted[k]!.toPrecision(4)} for ${value} at p ${p}`);
    const off = `${(100 * largestDeviation).toFixed(1)} %`;
    refuse(
      `the nearest lognormal has ${nearest.join(", ")}, ${off} off where it is worst (5 % at most); ` +
        "give two quantiles, a PERT, or samples",
    );
  }
  return lognormalOrPoint(mu, sigma);
}

/** A spread at the rounding of numbers is none. */
function lognormalOrPoint(mu: number, sigma: number): Distribution {
  return sigma < 1e-13 ? atoms([Math.exp(mu)]) : lognormal({ mu, sigma });
}

function readExperts(
  { experts, pool }: Extract<EstimateForm, { readonly experts: unknown }>,
  place: EstimatePlace,
  refuse: Refuse,
): Distribution {
  if (!Array.isArray(experts) || experts.length === 0) refuse("give at least one expert");
  const weights = experts.map(({ weight = 1 }) => weight);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (!weights.every((weight) => weight > 0) || !Number.isFinite(total)) refuse("give finite weights above 0");
  if (pool !== "linear" && pool !== "quantiles") refuse('give pool "linear" or "quantiles"');
  const parts = experts.map(({ estimate }, k) => ({
    distribution: estimateDistribution(estimate, { ...place, field: `${place.field}.experts[${k}]` }),
    weight: weights[k]! / total,
  }));
  return pool === "linear" ? mixtureOf(parts) : averagedQuantiles(parts);
}

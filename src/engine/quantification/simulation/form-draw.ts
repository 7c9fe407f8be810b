import { atoms } from "../../stats/atoms.ts";
import type { Distribution } from "../../stats/distribution.ts";
import { drawBeta } from "../../stats/draw-beta.ts";
import { drawGamma } from "../../stats/draw-gamma.ts";
import { drawUniform } from "../../stats/draw-uniform.ts";
import { gamma } from "../../stats/gamma.ts";
import { lognormal } from "../../stats/lognormal.ts";
import { lognormalDraws } from "../../stats/lognormal-draws.ts";
import { normalQuantile } from "../../stats/normal-quantile.ts";
import { type ScaledBeta, scaledBeta } from "../../stats/scaled-beta.ts";
import type { EstimateForm } from "../estimate/estimate.ts";
import { lognormalThrough } from "../estimate/lognormal-through.ts";
import { pertShape } from "../estimate/pert-shape.ts";
import { certainDraw, type EstimateDraw, eachDraw } from "./estimate-draw.ts";

/** A form of one person before anything is cut off it: it may lie below 0 still. */
export type PlainForm = Exclude<EstimateForm, { readonly experts: unknown }>;

/** How to draw from a form, and its distribution function. */
export interface FormDraw {
  readonly draw: EstimateDraw;
  readonly cdf: Distribution["cdf"];
}

const Z95 = normalQuantile(0.95);

/**
 * The draws of a form that `estimateDistribution` has found valid.
 *
 * @example
 * formDraw({ min: 3, max: 3 }).draw.certain // => 3
 */
export function formDraw(form: PlainForm): FormDraw {
  if ("samples" in form) {
    const samples = Float64Array.from(form.samples);
    const { cdf } = atoms(form.samples);
    return { draw: eachDraw((stream) => samples[Math.floor(drawUniform(stream) * samples.length)]!), cdf };
  }
  if ("low" in form) {
    const { low, high } = form;
    if (low === high) return pointDraw(low);
    return lognormalDraw({ mu: (Math.log(low) + Math.log(high)) / 2, sigma: Math.log(high / low) / (2 * Z95) });
  }
  if ("mu" in form) return form.sigma === 0 ? pointDraw(Math.exp(form.mu)) : lognormalDraw(form);
  if ("quantiles" in form) return lognormalDraw(lognormalThrough(form.quantiles));
  if ("alpha" in form) return betaDraw({ ...form, min: 0, max: 1 });
  if ("shape" in form) {
    const { shape, rate } = form;
    return { draw: eachDraw((stream) => drawGamma(stream, shape) / rate), cdf: gamma(form).cdf };
  }
  const { min, max } = form;
  if (min === max) return pointDraw(min);
  if ("mode" in form) return betaDraw(pertShape(form));
  const width = max - min;
  return { draw: eachDraw((stream) => min + width * drawUniform(stream)), cdf: (x) => (x - min) / width };
}

function pointDraw(value: number): FormDraw {
  return { draw: certainDraw(value), cdf: (x) => (x < value ? 0 : 1) };
}

function lognormalDraw({ mu, sigma }: { readonly mu: number; readonly sigma: number }): FormDraw {
  const draw: EstimateDraw = { certain: null, ...lognormalDraws(mu, sigma) };
  return { draw, cdf: lognormal({ mu, sigma }).cdf };
}

function betaDraw(shape: ScaledBeta): FormDraw {
  const { alpha, beta, min, max } = shape;
  const width = max - min;
  return { draw: eachDraw((stream) => min + width * drawBeta(stream, alpha, beta)), cdf: scaledBeta(shape).cdf };
}

import { drawBeta } from "../../stats/draw-beta.ts";
import { drawGamma } from "../../stats/draw-gamma.ts";
import { drawUniform } from "../../stats/draw-uniform.ts";
import { fillLognormal } from "../../stats/fill-lognormal.ts";
import type { Stream } from "../../stats/stream.ts";
import { type EstimatePlace, estimateDistribution } from "../estimate/estimate-distribution.ts";
import type { Estimate } from "../scenario.ts";

/** How to draw from one estimate: a value that is certain, or a way to fill an array. */
export interface EstimateDraw {
  readonly certain: number | null;
  /** Fills `out[0 … count − 1]`; takes nothing from the stream where the value is certain. */
  fill(stream: Stream, out: Float64Array, count: number): void;
}

/**
 * Turns an estimate into its draws; in the place of a probability a draw above 1 becomes 1.
 *
 * @throws EstimateError as `estimateDistribution` does
 *
 * @example
 * drawEstimate(3, { field: "frequency", kind: "quantity" }).certain // => 3
 */
export function drawEstimate(estimate: Estimate, place: EstimatePlace): EstimateDraw {
  const [low, high] = estimateDistribution(estimate, place).support;
  if (low === high) return certainDraw(low);
  const draw = uncertainDraw(estimate, place);
  if (place.kind === "quantity" || high < 1) return draw;
  return {
    certain: null,
    fill(stream, out, count) {
      draw.fill(stream, out, count);
      for (let i = 0; i < count; i++) if (out[i]! > 1) out[i] = 1;
    },
  };
}

function uncertainDraw(estimate: Estimate, place: EstimatePlace): EstimateDraw {
  if (typeof estimate === "number") return certainDraw(estimate);
  if ("low" in estimate || "mu" in estimate) {
    const { form } = estimateDistribution(estimate, { ...place, kind: "quantity" });
    if (form?.family !== "lognormal") throw new Error(`no lognormal for ${place.field}`);
    const { mu, sigma } = form;
    return { certain: null, fill: (stream, out, count) => fillLognormal(stream, mu, sigma, out, count) };
  }
  if ("samples" in estimate) {
    const samples = Float64Array.from(estimate.samples);
    return eachDraw((stream) => samples[Math.floor(drawUniform(stream) * samples.length)]!);
  }
  if ("shape" in estimate) {
    const { shape, rate } = estimate;
    return eachDraw((stream) => drawGamma(stream, shape) / rate);
  }
  if ("alpha" in estimate) {
    const { alpha, beta } = estimate;
    return eachDraw((stream) => drawBeta(stream, alpha, beta));
  }
  const { min, max } = estimate;
  const width = max - min;
  if (!("mode" in estimate)) return eachDraw((stream) => min + width * drawUniform(stream));
  const { mode, lambda = 4 } = estimate;
  const alpha = 1 + (lambda * (mode - min)) / width;
  const beta = 1 + (lambda * (max - mode)) / width;
  return eachDraw((stream) => min + width * drawBeta(stream, alpha, beta));
}

function certainDraw(value: number): EstimateDraw {
  return {
    certain: value,
    fill(_stream, out, count) {
      out.fill(value, 0, count);
    },
  };
}

function eachDraw(draw: (stream: Stream) => number): EstimateDraw {
  return {
    certain: null,
    fill(stream, out, count) {
      for (let i = 0; i < count; i++) out[i] = draw(stream);
    },
  };
}

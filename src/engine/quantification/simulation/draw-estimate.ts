import { drawBeta } from "../../stats/draw-beta.ts";
import { drawGamma } from "../../stats/draw-gamma.ts";
import { fillLognormal } from "../../stats/draw-lognormal.ts";
import { drawUniform } from "../../stats/draw-uniform.ts";
import { reproducibleLn } from "../../stats/reproducible-ln.ts";
import type { Stream } from "../../stats/stream.ts";
import type { Estimate } from "../scenario.ts";

/** How to draw from one estimate: a value that is certain, or a way to fill an array. */
export interface EstimateDraw {
  readonly certain: number | null;
  /** Fills `out[0 … count − 1]`; takes nothing from the stream where the value is certain. */
  fill(stream: Stream, out: Float64Array, count: number): void;
}

const Z95 = 1.6448536269514722;

/**
 * Turns an estimate into its draws.
 *
 * @param place - in a `"probability"` every draw above 1 becomes 1
 * @throws RangeError when the estimate is not a distribution, or reaches below 0
 *
 * @example
 * drawEstimate(3, "quantity").certain // => 3
 */
export function drawEstimate(estimate: Estimate, place: "quantity" | "probability"): EstimateDraw {
  const draw = quantityDraw(estimate);
  if (place === "quantity") return draw;
  if (draw.certain !== null) return certainDraw(Math.min(1, draw.certain));
  return {
    certain: null,
    fill(stream, out, count) {
      draw.fill(stream, out, count);
      for (let i = 0; i < count; i++) if (out[i]! > 1) out[i] = 1;
    },
  };
}

function quantityDraw(estimate: Estimate): EstimateDraw {
  const refuse = (why: string): never => {
    throw new RangeError(`estimate ${JSON.stringify(estimate).slice(0, 120)}: ${why}`);
  };
  const within = (holds: boolean, why: string): void => {
    if (!holds) refuse(why);
  };
  if (typeof estimate === "number") {
    within(estimate >= 0 && estimate < Number.POSITIVE_INFINITY, "not a number of 0 or more");
    return certainDraw(estimate);
  }
  if ("low" in estimate) {
    const { low, high } = estimate;
    within(low > 0 && low < high && high < Number.POSITIVE_INFINITY, "needs 0 < low < high");
    const lnLow = reproducibleLn(low);
    const lnHigh = reproducibleLn(high);
    return lognormalDraw((lnLow + lnHigh) / 2, (lnHigh - lnLow) / (2 * Z95));
  }
  if ("mode" in estimate) {
    const { min, mode, max, lambda = 4 } = estimate;
    within(min >= 0 && min <= mode && mode <= max && max < Number.POSITIVE_INFINITY, "needs 0 <= min <= mode <= max");
    within(lambda >= 0 && lambda < Number.POSITIVE_INFINITY, "needs lambda of 0 or more");
    const width = max - min;
    if (width === 0) return certainDraw(min);
    const alpha = 1 + (lambda * (mode - min)) / width;
    const beta = 1 + (lambda * (max - mode)) / width;
    return eachDraw((stream) => min + width * drawBeta(stream, alpha, beta));
  }
  if ("min" in estimate) {
    const { min, max } = estimate;
    within(min >= 0 && min <= max && max < Number.POSITIVE_INFINITY, "needs 0 <= min <= max");
    return min === max ? certainDraw(min) : eachDraw((stream) => min + (max - min) * drawUniform(stream));
  }
  if ("alpha" in estimate) {
    const { alpha, beta } = estimate;
    within(isPositive(alpha) && isPositive(beta), "needs alpha > 0 and beta > 0");
    return eachDraw((stream) => drawBeta(stream, alpha, beta));
  }
  if ("shape" in estimate) {
    const { shape, rate } = estimate;
    within(isPositive(shape) && isPositive(rate), "needs shape > 0 and rate > 0");
    return eachDraw((stream) => drawGamma(stream, shape) / rate);
  }
  if ("mu" in estimate) {
    within(Number.isFinite(estimate.mu) && estimate.sigma >= 0 && estimate.sigma < 1e300, "needs sigma of 0 or more");
    return lognormalDraw(estimate.mu, estimate.sigma);
  }
  const samples = Float64Array.from(estimate.samples);
  within(samples.length > 0, "needs at least one sample");
  within(
    samples.every((sample) => sample >= 0 && sample < Number.POSITIVE_INFINITY),
    "needs samples of 0 or more",
  );
  return eachDraw((stream) => samples[Math.floor(drawUniform(stream) * samples.length)]!);
}

function isPositive(value: number): boolean {
  return value > 0 && value < Number.POSITIVE_INFINITY;
}

function certainDraw(value: number): EstimateDraw {
  return {
    certain: value,
    fill(_stream, out, count) {
      out.fill(value, 0, count);
    },
  };
}

function lognormalDraw(mu: number, sigma: number): EstimateDraw {
  return {
    certain: null,
    fill(stream, out, count) {
      fillLognormal(stream, mu, sigma, out, count);
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

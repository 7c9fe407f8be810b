import { drawExponential } from "./draw-exponential.ts";
import { drawNormal } from "./draw-normal.ts";
import { drawUniform } from "./draw-uniform.ts";
import { reproducibleExp } from "./reproducible-exp.ts";
import { reproducibleLn } from "./reproducible-ln.ts";
import type { Stream } from "./stream.ts";

/**
 * A draw from the gamma distribution with rate 1.
 *
 * Marsaglia and Tsang 2000; below shape 1 a draw of shape + 1 times U^(1/shape), which may underflow to 0.
 *
 * @param shape - larger than 0
 *
 * @example
 * drawGamma(Int32Array.of(1, 2, 3, 4), 2) > 0 // => true
 */
export function drawGamma(stream: Stream, shape: number): number {
  return shape < 1 ? reproducibleExp(drawLnGamma(stream, shape)) : drawGammaFromOne(stream, shape);
}

/** Logarithm of a gamma draw, exact where the draw itself would underflow. */
export function drawLnGamma(stream: Stream, shape: number): number {
  if (shape >= 1) return reproducibleLn(drawGammaFromOne(stream, shape));
  return reproducibleLn(drawGammaFromOne(stream, shape + 1)) - drawExponential(stream) / shape;
}

function drawGammaFromOne(stream: Stream, shape: number): number {
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const z = drawNormal(stream);
    const t = 1 + c * z;
    if (t <= 0) continue;
    const v = t * t * t;
    const u = drawUniform(stream);
    const square = z * z;
    if (u < 1 - 0.0331 * square * square) return d * v;
    if (reproducibleLn(u) < 0.5 * square + d * (1 - v + reproducibleLn(v))) return d * v;
  }
}

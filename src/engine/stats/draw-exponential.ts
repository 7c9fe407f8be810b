import { drawUniform } from "./draw-uniform.ts";
import { reproducibleLn } from "./reproducible-ln.ts";
import type { Stream } from "./stream.ts";

/**
 * A draw from the exponential distribution with mean 1, by inversion; larger than 0.
 *
 * @example
 * drawExponential(Int32Array.of(1, 2, 3, 4)) > 0 // => true
 */
export function drawExponential(stream: Stream): number {
  return -reproducibleLn(drawUniform(stream));
}

import { drawGamma, drawLnGamma } from "./draw-gamma.ts";
import { reproducibleExp } from "./reproducible-exp.ts";
import type { Stream } from "./stream.ts";

/**
 * A draw from the beta distribution on [0, 1]: X ÷ (X + Y) of two gamma draws, by their logarithms where a shape
 * below 1 could make both underflow.
 *
 * @param alpha - larger than 0
 * @param beta - larger than 0
 *
 * @example
 * drawBeta(Int32Array.of(1, 2, 3, 4), 2, 3) < 1 // => true
 */
export function drawBeta(stream: Stream, alpha: number, beta: number): number {
  if (alpha >= 1 && beta >= 1) {
    const x = drawGamma(stream, alpha);
    return x / (x + drawGamma(stream, beta));
  }
  const lnX = drawLnGamma(stream, alpha);
  return 1 / (1 + reproducibleExp(drawLnGamma(stream, beta) - lnX));
}

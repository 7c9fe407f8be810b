import { drawUniform } from "./draw-uniform.ts";
import { lnFactorial } from "./ln-factorial.ts";
import { reproducibleExp } from "./reproducible-exp.ts";
import { reproducibleLn } from "./reproducible-ln.ts";
import type { Stream } from "./stream.ts";

/**
 * A draw from the Poisson distribution, exact for a mean that changes from draw to draw.
 *
 * Below a mean of 10 sequential inversion of a 52-bit uniform; above it PTRS (Hörmann 1993).
 *
 * @param mean - finite, 0 or more
 * @throws RangeError when the mean is not
 *
 * @example
 * drawPoisson(Int32Array.of(1, 2, 3, 4), 0) // => 0
 */
export function drawPoisson(stream: Stream, mean: number): number {
  if (mean >= 10 && mean < Number.POSITIVE_INFINITY) return transformedRejection(stream, mean);
  if (mean > 0 && mean < 10) return sequentialSearch(stream, mean);
  if (mean === 0) return 0;
  throw new RangeError(`mean number of events not finite and positive: ${mean}; give a smaller frequency`);
}

function sequentialSearch(stream: Stream, mean: number): number {
  let probability = reproducibleExp(-mean);
  let rest = drawUniform(stream);
  let k = 0;
  // Beyond 100 events the probability left (1e-65) is less than the rounding of `rest`.
  while (rest > probability && k < 100) {
    rest -= probability;
    k++;
    probability *= mean / k;
  }
  return k;
}

function transformedRejection(stream: Stream, mean: number): number {
  const b = 0.931 + 2.53 * Math.sqrt(mean);
  const a = -0.059 + 0.02483 * b;
  const lnInverseAlpha = reproducibleLn(1.1239 + 1.1328 / (b - 3.4));
  const sure = 0.9277 - 3.6224 / (b - 2);
  const lnMean = reproducibleLn(mean);
  for (;;) {
    const u = drawUniform(stream) - 0.5;
    const v = drawUniform(stream);
    const us = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / us + b) * u + mean + 0.43);
    if (us >= 0.07 && v <= sure) return k;
    if (k < 0 || (us < 0.013 && v > us)) continue;
    const lnAccept = reproducibleLn(v) + lnInverseAlpha - reproducibleLn(a / (us * us) + b);
    if (lnAccept <= k * lnMean - mean - lnFactorial(k)) return k;
  }
}

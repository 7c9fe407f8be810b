import { drawUniform } from "./draw-uniform.ts";
import { lnFactorial } from "./ln-factorial.ts";
import { reproducibleExp } from "./reproducible-exp.ts";
import { reproducibleLn } from "./reproducible-ln.ts";
import type { Stream } from "./stream.ts";

/**
 * A draw from the binomial distribution, exact for parameters that change from draw to draw.
 *
 * Below a mean of 10 sequential inversion of a 52-bit uniform; above it BTRS (Hörmann 1993).
 *
 * @param n - whole number from 0
 * @param probability - of a success, in [0, 1]
 * @example
 * drawBinomial(Int32Array.of(1, 2, 3, 4), 5, 1) // => 5
 */
export function drawBinomial(stream: Stream, n: number, probability: number): number {
  if (n === 0 || probability <= 0) return 0;
  if (probability >= 1) return n;
  if (probability > 0.5) return n - drawBinomial(stream, n, 1 - probability);
  return n * probability < 10 ? inversion(stream, n, probability) : transformedRejection(stream, n, probability);
}

function inversion(stream: Stream, n: number, p: number): number {
  const odds = p / (1 - p);
  let probability = reproducibleExp(n * reproducibleLn(1 - p));
  let rest = drawUniform(stream);
  let k = 0;
  // Beyond 110 successes the probability left (1e-70) is less than the rounding of `rest`.
  while (rest > probability && k < n && k < 110) {
    rest -= probability;
    k++;
    probability *= (odds * (n - k + 1)) / k;
  }
  return k;
}

function transformedRejection(stream: Stream, n: number, p: number): number {
  const spread = Math.sqrt(n * p * (1 - p));
  const b = 1.15 + 2.53 * spread;
  const a = -0.0873 + 0.0248 * b + 0.01 * p;
  const centre = n * p + 0.5;
  const sure = 0.92 - 4.2 / b;
  for (;;) {
    const v = drawUniform(stream);
    const u = drawUniform(stream) - 0.5;
    const us = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / us + b) * u + centre);
    if (k < 0 || k > n) continue;
    if (us >= 0.07 && v <= sure) return k;
    // Most draws end above: what follows is dear, and computed for the few that need it.
    const mode = Math.floor((n + 1) * p);
    const lnOdds = reproducibleLn(p / (1 - p));
    const lnAtMode = lnFactorial(mode) + lnFactorial(n - mode);
    const alpha = (2.83 + 5.1 / b) * spread;
    const lnAccept = reproducibleLn((v * alpha) / (a / (us * us) + b));
    if (lnAccept <= lnAtMode - lnFactorial(k) - lnFactorial(n - k) + (k - mode) * lnOdds) return k;
  }
}

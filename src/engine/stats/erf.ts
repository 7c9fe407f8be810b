import { scaledErfc } from "./scaled-erfc.ts";

/** exp(−x²) without the loss that squaring a rounded x brings: the leading part of x is squared exactly. */
function gaussian(x: number): number {
  const lead = Math.trunc(x * 16) / 16;
  return Math.exp(-lead * lead) * Math.exp(-(x - lead) * (x + lead));
}

/**
 * The complementary error function erfc(x) = 1 − erf(x) = 2/√π ∫ₓ^∞ exp(−t²) dt, in (0, 2).
 *
 * Relative error about 1e-15 where the answer is a normal number (x < 26.5), 0 beyond; NaN for NaN.
 *
 * @example
 * erfc(0) // => 1
 */
export function erfc(x: number): number {
  if (x < 0.5) return 1 - erf(x);
  return x > 28 ? 0 : gaussian(x) * scaledErfc(x);
}

/**
 * The error function erf(x) = 2/√π ∫₀ˣ exp(−t²) dt, odd, in (−1, 1).
 *
 * Maclaurin series where |x| < 0.5, else by the complement; relative error about 1e-16. NaN for NaN.
 *
 * @example
 * erf(0) // => 0
 */
export function erf(x: number): number {
  if (x < 0) return -erf(-x);
  if (x >= 0.5) return 1 - erfc(x);
  let term = x;
  let sum = x;
  for (let k = 1; k < 16; k++) {
    term *= (-x * x) / k;
    sum += term / (2 * k + 1);
  }
  return (2 / Math.sqrt(Math.PI)) * sum;
}

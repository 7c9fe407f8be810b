import { erf } from "./erf.ts";
import { scaledErfc } from "./scaled-erfc.ts";

/**
 * Distribution function of the standard normal: P(Z ≤ z), in [0, 1].
 *
 * Relative error about 1e-15 in both tails down to the smallest normal number (z ≈ −37); 0 and 1 at the infinities,
 * NaN for NaN.
 *
 * @example
 * normalCdf(0) // => 0.5
 */
export function normalCdf(z: number): number {
  const distance = Math.abs(z);
  if (distance < 0.7) return 0.5 + 0.5 * erf(z * Math.SQRT1_2);
  if (distance > 39) return z > 0 ? 1 : 0;
  // The leading part of z is squared exactly: rounding z² would cost z²·1e-16 of relative error.
  const lead = Math.trunc(distance * 16) / 16;
  const decay = Math.exp(-0.5 * lead * lead) * Math.exp(-0.5 * (distance - lead) * (distance + lead));
  const tail = 0.5 * decay * scaledErfc(distance * Math.SQRT1_2);
  return z > 0 ? 1 - tail : tail;
}

import { reproducibleLn } from "./reproducible-ln.ts";

const LN_SQRT_TWO_PI = 0.9189385332046728;

const SMALL: Float64Array = (() => {
  const values = new Float64Array(32);
  for (let k = 2; k < values.length; k++) values[k] = values[k - 1]! + reproducibleLn(k);
  return values;
})();

/**
 * ln k! for a whole number k from 0: a table, from 32 on Stirling's series (error below 1e-14 of the value).
 * Reproducible to the last bit, unlike a logGamma.
 *
 * @example
 * lnFactorial(5) // => 4.787491742782046
 */
export function lnFactorial(k: number): number {
  if (k < SMALL.length) return SMALL[k]!;
  const x = k + 1;
  const r = 1 / (x * x);
  const correction = (1 / 12 - r * (1 / 360 - r * (1 / 1260 - r * (1 / 1680)))) / x;
  return (x - 0.5) * reproducibleLn(x) - x + LN_SQRT_TWO_PI + correction;
}

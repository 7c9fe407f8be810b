import { reproducibleLn } from "./reproducible-ln.ts";

const LN_SQRT_TWO_PI = 0.9189385332046728;

const SMALL: Float64Array = (() => {
  const values = new Float64Array(2048);
  for (let k = 2; k < 32; k++) values[k] = values[k - 1]! + reproducibleLn(k);
  for (let k = 32; k < values.length; k++) values[k] = stirling(k);
  return values;
})();

/**
 * ln k! for a whole number k from 0: sums, from 32 on Stirling's series (error below 1e-14 of the value), the first 2,048
 * from a table.
 * Reproducible to the last bit, unlike a logGamma.
 *
 * @example
 * lnFactorial(5) // => 4.787491742782046
 */
export function lnFactorial(k: number): number {
  return k < SMALL.length ? SMALL[k]! : stirling(k);
}

function stirling(k: number): number {
  const x = k + 1;
  const r = 1 / (x * x);
  const correction = (1 / 12 - r * (1 / 360 - r * (1 / 1260 - r * (1 / 1680)))) / x;
  return (x - 0.5) * reproducibleLn(x) - x + LN_SQRT_TWO_PI + correction;
}

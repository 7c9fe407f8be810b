/** Bernoulli terms B₂ₖ / (2k(2k − 1)) of Stirling's series. */
const STIRLING = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156, -3617 / 122400] as const;

/**
 * Natural logarithm of the gamma function, for x > 0.
 *
 * Stirling's series from x = 12 upwards, reached by the recurrence from below; absolute error about 1e-15 where the
 * answer is small, relative 1e-15 elsewhere. ∞ at 0, NaN below.
 *
 * @example
 * logGamma(1) // => 0
 */
export function logGamma(x: number): number {
  if (!(x >= 0)) return Number.NaN;
  if (x === 1 || x === 2) return 0;
  let product = 1;
  let shifted = x;
  while (shifted < 12) {
    product *= shifted;
    shifted += 1;
  }
  let series = 0;
  const inverseSquare = 1 / (shifted * shifted);
  for (let k = STIRLING.length - 1; k >= 0; k--) series = series * inverseSquare + STIRLING[k]!;
  const stirling = (shifted - 0.5) * Math.log(shifted) - shifted + 0.5 * Math.log(2 * Math.PI) + series / shifted;
  return stirling - Math.log(product);
}

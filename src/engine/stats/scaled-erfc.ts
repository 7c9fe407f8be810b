/** Chebyshev coefficients of (1 + 2x)·exp(x²)·erfc(x) in t = (x − 3.75)/(x + 3.75), computed to 40 digits. */
const COEFFICIENTS = [
  2.3551578691348034, -0.004590054580646478, -0.08424913336651792, 0.05920993999819189, -0.026658668435305753,
  0.009074997670705265, -0.002413163540417608, 0.0004907758365258086, -6.916973302501207e-5, 4.13902798607301e-6,
  7.74038306619849e-7, -2.1886401049234397e-7, 1.076499946567091e-8, 4.521959811218287e-9, -7.754400208831351e-10,
  -6.318088340886684e-11, 2.86879501093067e-11, 1.9455868545777347e-13, -9.65469674843344e-13, 3.25254814814874e-14,
  3.3478119482868056e-14, -1.864562880419313e-15, -1.2507950530688648e-15, 7.418235256624044e-17, 5.068148904796111e-17,
  -2.2370566594359995e-18, -2.187342944303018e-18,
] as const;

/**
 * The scaled complementary error function exp(x²)·erfc(x), for x ≥ 0: what is left of erfc when its decay is taken out.
 *
 * Chebyshev series of 27 terms (method of Schonfelder 1978); relative error below 1e-15 for every x ≥ 0.
 *
 * @example
 * scaledErfc(1) // => 0.42758357615580705
 */
export function scaledErfc(x: number): number {
  const t = (2 * (x - 3.75)) / (x + 3.75);
  let current = 0;
  let previous = 0;
  for (let k = COEFFICIENTS.length - 1; k > 0; k--) {
    const next = t * current - previous + COEFFICIENTS[k]!;
    previous = current;
    current = next;
  }
  return ((t / 2) * current - previous + COEFFICIENTS[0] / 2) / (1 + 2 * x);
}

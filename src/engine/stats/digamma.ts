/**
 * Digamma function ψ(x), the derivative of ln Γ, for x > 0: asymptotic series from x = 10 upwards, reached by ψ(x) =
 * ψ(x + 1) − 1 ÷ x from below. Absolute error about 1e-15. NaN at 0 and below.
 *
 * @example
 * digamma(1).toFixed(12) // => "-0.577215664902"
 */
export function digamma(x: number): number {
  if (!(x > 0)) return Number.NaN;
  let below = 0;
  let at = x;
  while (at < 10) {
    below += 1 / at;
    at += 1;
  }
  const r = 1 / (at * at);
  const series =
    r * (1 / 12 - r * (1 / 120 - r * (1 / 252 - r * (1 / 240 - r * (1 / 132 - r * (691 / 32760 - r / 12))))));
  return Math.log(at) - 0.5 / at - series - below;
}

/**
 * Trigamma function ψ′(x), the second derivative of ln Γ, for x > 0: asymptotic series from x = 10 upwards, reached by
 * ψ′(x) = ψ′(x + 1) + 1 ÷ x² from below. Relative error about 1e-15. NaN at 0 and below.
 *
 * @example
 * trigamma(1).toFixed(12) // => "1.644934066848"
 */
export function trigamma(x: number): number {
  if (!(x > 0)) return Number.NaN;
  let below = 0;
  let at = x;
  while (at < 10) {
    below += 1 / (at * at);
    at += 1;
  }
  const r = 1 / (at * at);
  const series =
    r * (1 / 6 - r * (1 / 30 - r * (1 / 42 - r * (1 / 30 - r * (5 / 66 - r * (691 / 2730 - (7 * r) / 6))))));
  return (1 + 0.5 / at + series) / at + below;
}

/** Above this the rounding of a density cannot reach. */
const ROUNDING = 1e-9;

/**
 * How far the density of a lognormal may lie from its chord over an interval, in units of its largest value there: at
 * most width² max|f″| ÷ 8, where f″ = f (h² + h − 1/σ²) ÷ x² and h = 1 + z/σ.
 *
 * @param sigma - larger than 0
 * @param interval - from and to as scores z = (ln x − mu) ÷ sigma; width as a share of the left end
 * @returns 0 or more; a bound, which narrow intervals come close to
 *
 * @example
 * lognormalBend(1, { from: 0, to: 0.01, width: Math.expm1(0.01) }) < 1.4e-5 // => true
 */
export function lognormalBend(
  sigma: number,
  { from, to, width }: { readonly from: number; readonly to: number; readonly width: number },
): number {
  const inverse = 1 / sigma;
  const square = inverse * inverse;
  const left = 1 + from * inverse;
  const right = 1 + to * inverse;
  // The parabola h² + h − 1/σ² is farthest from 0 at an end, or at its vertex.
  const atVertex = left < -0.5 && right > -0.5 ? 0.25 + square : 0;
  const most = Math.max(Math.abs(left * left + left - square), Math.abs(right * right + right - square), atVertex);
  return 0.125 * width * width * most + ROUNDING;
}

import { invertCdf } from "./invert-cdf.ts";
import { logGamma } from "./log-gamma.ts";
import { normalQuantile } from "./normal-quantile.ts";

/**
 * Regularised lower incomplete gamma function P(shape, x) = γ(shape, x) / Γ(shape): the distribution function of a
 * gamma variable of rate 1, in [0, 1]; shape > 0, x ≥ 0.
 *
 * Series below x = shape + 1, Lentz's continued fraction above. Relative error about 1e-13 for shapes up to 1e4.
 *
 * @example
 * incompleteGamma(1, 2).toFixed(12) // => "0.864664716763"
 */
export function incompleteGamma(shape: number, x: number): number {
  if (x <= 0) return 0;
  if (x === Infinity) return 1;
  const front = Math.exp(shape * Math.log(x) - x - logGamma(shape));
  if (x < shape + 1) {
    let term = 1 / shape;
    let sum = term;
    for (let k = 1; term > sum * 1e-17; k++) {
      term *= x / (shape + k);
      sum += term;
    }
    return Math.min(1, front * sum);
  }
  let b = x + 1 - shape;
  let c = 1e300;
  let d = 1 / b;
  let fraction = d;
  for (let k = 1; k < 10_000; k++) {
    const a = -k * (k - shape);
    b += 2;
    d = 1 / (a * d + b || 1e-300);
    c = b + a / c || 1e-300;
    fraction *= c * d;
    if (Math.abs(c * d - 1) < 1e-16) break;
  }
  return 1 - front * fraction;
}

/**
 * Inverse of {@link incompleteGamma} in x: the quantile of a gamma variable of rate 1, for p in [0, 1].
 *
 * @example
 * inverseIncompleteGamma(1, 0.5).toFixed(12) // => "0.693147180560"
 */
export function inverseIncompleteGamma(shape: number, p: number): number {
  if (p <= 0) return 0;
  if (p >= 1) return Infinity;
  const z = normalQuantile(p);
  const cube = 1 - 1 / (9 * shape) + z / (3 * Math.sqrt(shape));
  const wilsonHilferty = shape * cube * cube * cube;
  const small = Math.exp((Math.log(p) + logGamma(shape + 1)) / shape);
  let high = shape + 10 + 4 * Math.sqrt(shape);
  while (incompleteGamma(shape, high) < p && high < 1e300) high *= 2;
  return invertCdf(p, {
    cdf: (x) => incompleteGamma(shape, x),
    density: (x) => Math.exp((shape - 1) * Math.log(x) - x - logGamma(shape)),
    low: 0,
    high,
    start: cube > 0.1 && shape > 0.5 ? wilsonHilferty : Math.max(small, 1e-300),
  });
}

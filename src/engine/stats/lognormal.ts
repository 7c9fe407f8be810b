import type { Distribution } from "./distribution.ts";
import { normalCdf } from "./normal-cdf.ts";
import { normalQuantile } from "./normal-quantile.ts";
import { scaledErfc } from "./scaled-erfc.ts";

/**
 * The distribution whose natural logarithm is normal with mean mu and standard deviation sigma > 0.
 *
 * Mean exp(mu + sigma²/2); variance (exp(sigma²) − 1)·mean²; either may be ∞ while what lies below a cap is not.
 *
 * @example
 * lognormal({ mu: 0, sigma: 1 }).quantile(0.5) // => 1
 */
export function lognormal({ mu, sigma }: { readonly mu: number; readonly sigma: number }): Distribution {
  const mean = Math.exp(mu + (sigma * sigma) / 2);
  return {
    mean,
    variance: Math.expm1(sigma * sigma) * mean * mean,
    support: [0, Infinity],
    cdf: (x) => (x > 0 ? normalCdf((Math.log(x) - mu) / sigma) : 0),
    quantile: (p) => Math.exp(mu + sigma * normalQuantile(p)),
    limitedExpectation(k) {
      if (!(k > 0)) return k;
      if (k === Infinity) return mean;
      const z = (Math.log(k) - mu) / sigma;
      const below = mean < Infinity ? mean * normalCdf(z - sigma) : momentBelow(1, k, z, sigma);
      return below + k * normalCdf(-z);
    },
    secondMomentBelow(k) {
      if (!(k > 0)) return 0;
      if (k === Infinity) return Math.exp(2 * mu + 2 * sigma * sigma);
      return momentBelow(2, k, (Math.log(k) - mu) / sigma, sigma);
    },
    density(x) {
      if (!(x > 0)) return 0;
      const z = (Math.log(x) - mu) / sigma;
      return Math.exp(-0.5 * z * z) / (x * sigma * Math.sqrt(2 * Math.PI));
    },
    form: { family: "lognormal", mu, sigma },
  };
}

/** E[Xⁿ; X ≤ k] where k has the normal score z, without the overflow of E[Xⁿ]. */
function momentBelow(power: number, k: number, z: number, sigma: number): number {
  const beyond = power * sigma - z;
  if (beyond > 0) return (k ** power * Math.exp(-0.5 * z * z) * scaledErfc(beyond * Math.SQRT1_2)) / 2;
  return k ** power * Math.exp(power * sigma * (0.5 * power * sigma - z)) * normalCdf(-beyond);
}

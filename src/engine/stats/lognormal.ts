import type { Distribution } from "./distribution.ts";
import { normalCdf } from "./normal-cdf.ts";
import { normalQuantile } from "./normal-quantile.ts";

/**
 * The distribution whose natural logarithm is normal with mean mu and standard deviation sigma > 0.
 *
 * Mean exp(mu + sigma²/2); variance (exp(sigma²) − 1)·mean².
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
      const z = (Math.log(k) - mu) / sigma;
      return mean * normalCdf(z - sigma) + (k === Infinity ? 0 : k * normalCdf(-z));
    },
    secondMomentBelow: (k) => Math.exp(2 * mu + 2 * sigma * sigma) * normalCdf((Math.log(k) - mu) / sigma - 2 * sigma),
    density(x) {
      if (!(x > 0)) return 0;
      const z = (Math.log(x) - mu) / sigma;
      return Math.exp(-0.5 * z * z) / (x * sigma * Math.sqrt(2 * Math.PI));
    },
    form: { family: "lognormal", mu, sigma },
  };
}

import type { Distribution } from "./distribution.ts";
import { incompleteGamma, inverseIncompleteGamma } from "./incomplete-gamma.ts";
import { logGamma } from "./log-gamma.ts";

/**
 * The gamma distribution of shape > 0 and rate > 0: mean shape/rate, variance shape/rate².
 *
 * @example
 * gamma({ shape: 2, rate: 4 }).mean // => 0.5
 */
export function gamma({ shape, rate }: { readonly shape: number; readonly rate: number }): Distribution {
  return {
    mean: shape / rate,
    variance: shape / (rate * rate),
    support: [0, Infinity],
    cdf: (x) => incompleteGamma(shape, x * rate),
    quantile: (p) => inverseIncompleteGamma(shape, p) / rate,
    limitedExpectation(k) {
      if (!(k > 0)) return k;
      if (k === Infinity) return shape / rate;
      const u = k * rate;
      const below = incompleteGamma(shape, u);
      const step = Math.exp(shape * Math.log(u) - u - logGamma(shape + 1));
      return (shape / rate) * (below - step) + k * (1 - below);
    },
    secondMomentBelow: (k) => ((shape * (shape + 1)) / (rate * rate)) * incompleteGamma(shape + 2, k * rate),
    density(x) {
      if (!(x > 0)) return 0;
      return rate * Math.exp((shape - 1) * Math.log(x * rate) - x * rate - logGamma(shape));
    },
    form: { family: "gamma", shape, rate },
  };
}

import type { Distribution } from "./distribution.ts";
import { incompleteBeta, inverseIncompleteBeta, logBeta } from "./incomplete-beta.ts";

/** A beta distribution stretched from [0, 1] to [min, max]. */
export interface ScaledBeta {
  readonly alpha: number;
  readonly beta: number;
  readonly min: number;
  readonly max: number;
}

/**
 * The beta distribution on [min, max], alpha and beta > 0, min < max: a plain beta on [0, 1], a uniform where both are
 * 1, a PERT where they come from a mode.
 *
 * @example
 * scaledBeta({ alpha: 1, beta: 1, min: 2, max: 4 }).mean // => 3
 */
export function scaledBeta({ alpha, beta, min, max }: ScaledBeta): Distribution {
  const width = max - min;
  const share = alpha / (alpha + beta);
  const norm = logBeta(alpha, beta);
  const flat = alpha === 1 && beta === 1;
  const cdf = (x: number) => {
    const u = (x - min) / width;
    return flat ? Math.min(1, Math.max(0, u)) : incompleteBeta({ alpha, beta }, u);
  };
  return {
    mean: min + width * share,
    variance: (width * width * share * (1 - share)) / (alpha + beta + 1),
    support: [min, max],
    cdf,
    quantile: (p) => min + width * (flat ? Math.min(1, Math.max(0, p)) : inverseIncompleteBeta({ alpha, beta }, p)),
    limitedExpectation(k) {
      if (k <= min) return k;
      if (k >= max) return min + width * share;
      const u = (k - min) / width;
      if (flat) return min + width * (u - (u * u) / 2);
      const below = incompleteBeta({ alpha, beta }, u);
      // I(alpha + 1, beta) from I(alpha, beta) by recurrence: one continued fraction instead of two.
      const step = Math.exp(alpha * Math.log(u) + beta * Math.log1p(-u) - norm) / alpha;
      return min + width * (share * (below - step) + u * (1 - below));
    },
    secondMomentBelow(k) {
      const u = Math.min(1, Math.max(0, (k - min) / width));
      const sum = alpha + beta;
      const below = cdf(k);
      const first = flat ? (u * u) / 2 : share * incompleteBeta({ alpha: alpha + 1, beta }, u);
      const second = flat
        ? (u * u * u) / 3
        : ((share * (alpha + 1)) / (sum + 1)) * incompleteBeta({ alpha: alpha + 2, beta }, u);
      return min * min * below + 2 * min * width * first + width * width * second;
    },
    density(x) {
      const u = (x - min) / width;
      if (!(u > 0 && u < 1)) return 0;
      return Math.exp((alpha - 1) * Math.log(u) + (beta - 1) * Math.log1p(-u) - norm) / width;
    },
  };
}

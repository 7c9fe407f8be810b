import { weightedAtoms } from "./atoms.ts";
import { discretize } from "./discretize.ts";
import type { Distribution } from "./distribution.ts";
import { invertCdf } from "./invert-cdf.ts";

/**
 * The distribution of X + Y for independent quantities.
 *
 * Mean and variance are exact. The distribution function of the larger is mixed over a quadrature rule of the smaller
 * (or over its atoms); the end of the support makes it of second order in the bins: accurate to about 1e-4 with 96.
 *
 * @example
 * sum(atoms([1]), atoms([2, 4])).mean // => 4
 */
export function sum(a: Distribution, b: Distribution, { bins = 96 }: { readonly bins?: number } = {}): Distribution {
  const [rule, kernel] = b.atoms || (!a.atoms && b.mean < a.mean) ? [discretize(b, bins), a] : [discretize(a, bins), b];
  if (kernel.atoms) {
    const { values, weights } = kernel.atoms;
    return weightedAtoms({
      values: rule.values.flatMap((x) => values.map((y) => x + y)),
      weights: rule.weights.flatMap((v) => weights.map((w) => v * w)),
    });
  }
  const mix = (of: (value: number) => number) => {
    let total = 0;
    for (let k = 0; k < rule.values.length; k++) total += rule.weights[k]! * of(rule.values[k]!);
    return total;
  };
  const cdf = (x: number) => mix((value) => kernel.cdf(x - value));
  const low = a.support[0] + b.support[0];
  const high = a.support[1] + b.support[1];
  return {
    mean: a.mean + b.mean,
    variance: a.variance + b.variance,
    support: [low, high],
    cdf,
    quantile(p) {
      if (p <= 0 || p >= 1) return p <= 0 ? low : high;
      const half = 1 - (1 - p) / 2;
      return invertCdf(p, { cdf, low, high: Math.min(high, a.quantile(half) + b.quantile(half)) });
    },
    limitedExpectation: (k) => mix((value) => value + kernel.limitedExpectation(k - value)),
  };
}

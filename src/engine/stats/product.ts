import { weightedAtoms } from "./atoms.ts";
import { discretize } from "./discretize.ts";
import type { Distribution, WeightedValues } from "./distribution.ts";
import { invertCdf } from "./invert-cdf.ts";
import { multiplyMeasures } from "./multiply-measures.ts";
import { scaled } from "./scaled.ts";

/** Spread of the logarithm, near enough to tell which of two factors is the wider. */
const spread = ({ variance, mean }: Distribution) => (mean > 0 ? variance / (mean * mean) : 0);

/**
 * The distribution of a product of independent quantities, none negative. The empty product is 1.
 *
 * Mean and variance are exact. The distribution function mixes that of the widest continuous factor over a quadrature
 * rule of the others, of `bins` bins: accurate to about 1e-5 with 32.
 *
 * @example
 * product([atoms([2]), atoms([1, 3])]).mean // => 4
 */
export function product(
  factors: readonly Distribution[],
  { bins = 32 }: { readonly bins?: number } = {},
): Distribution {
  let at = -1;
  factors.forEach((factor, k) => {
    if (!factor.atoms && (at < 0 || spread(factor) > spread(factors[at]!))) at = k;
  });
  const widest = factors[at];
  const others = factors
    .filter((_, k) => k !== at)
    .map((factor) => discretize(factor, bins))
    .reduce<WeightedValues>((a, b) => multiplyMeasures(a, b), { values: [1], weights: [1] });
  if (!widest) return weightedAtoms(others);
  if (others.values.length === 1) return scaled(widest, others.values[0]!);
  const mean = factors.reduce((total, factor) => total * factor.mean, 1);
  const second = factors.reduce((total, factor) => total * (factor.variance + factor.mean ** 2), 1);
  const mix = (of: (factor: number) => number) => {
    let sum = 0;
    for (let k = 0; k < others.values.length; k++) sum += others.weights[k]! * of(others.values[k]!);
    return sum;
  };
  const smallest = Math.min(...others.values);
  const largest = Math.max(...others.values);
  const cdf = (x: number) => mix((factor) => (factor === 0 ? (x >= 0 ? 1 : 0) : widest.cdf(x / factor)));
  return {
    mean,
    variance: second - mean * mean,
    support: [smallest * widest.support[0], largest * widest.support[1]],
    cdf,
    quantile(p) {
      if (p >= 1) return largest * widest.support[1];
      return invertCdf(p, { cdf, low: smallest * widest.quantile(p), high: largest * widest.quantile(p) });
    },
    limitedExpectation: (k) =>
      mix((factor) => (factor === 0 ? Math.min(0, k) : factor * widest.limitedExpectation(k / factor))),
  };
}

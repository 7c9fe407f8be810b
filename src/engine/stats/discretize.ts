import type { Distribution, WeightedValues } from "./distribution.ts";
import { normalCdf } from "./normal-cdf.ts";

/**
 * A quadrature rule for E[g(X)]: values and weights, at most 3 a bin, whose sum is 1 and whose mean is that of X.
 *
 * Each bin gives two thirds of its mass to its mean and one third to its ends, shared so that its mean stays; where the
 * distribution is smooth this is Simpson's rule, of fourth order. Bins are even in the angle of a bounded support
 * (finer at the ends) and even in the normal score of an unbounded one. Of a support in which the distribution stands
 * like a needle, such as a share learned from many cases, only what holds all but 2e-12 of its mass is parted. Atoms are
 * taken as they are.
 *
 * @example
 * discretize(atoms([1, 3]), 8).values // => [1, 3]
 */
export function discretize(distribution: Distribution, bins: number): WeightedValues {
  if (distribution.atoms) return distribution.atoms;
  const edges = binEdges(distribution, bins);
  const below = edges.map((edge) => distribution.cdf(edge));
  const first = edges.map((edge, k) => distribution.limitedExpectation(edge) - edge * (1 - below[k]!));
  const values: number[] = [];
  const weights: number[] = [];
  const add = (value: number, weight: number) => {
    if (!(weight > 0)) return;
    if (value === values[values.length - 1]) weights[weights.length - 1]! += weight;
    else {
      values.push(value);
      weights.push(weight);
    }
  };
  if (below[0]! > 0) add(Math.min(edges[0]!, first[0]! / below[0]!), below[0]!);
  for (let k = 0; k + 1 < edges.length; k++) {
    const from = edges[k]!;
    const to = edges[k + 1]!;
    const mass = below[k + 1]! - below[k]!;
    if (!(mass > 0)) continue;
    const mean = Math.min(to, Math.max(from, (first[k + 1]! - first[k]!) / mass));
    const upper = (mass * (mean - from)) / (to - from) / 3;
    add(from, mass / 3 - upper);
    add(mean, (2 * mass) / 3);
    add(to, upper);
  }
  const last = edges.length - 1;
  const beyond = 1 - below[last]!;
  // Of a bounded support the rest is rounding alone, and so may be its mean.
  const highest = distribution.support[1];
  if (beyond > 1e-18)
    add(Math.min(highest, Math.max(edges[last]!, (distribution.mean - first[last]!) / beyond)), beyond);
  return { values, weights };
}

/** A standard deviation below this share of the support is lost between bins that are even in it. */
const NEEDLE = 1 / 12;
/** Mass left outside the reach of a needle, on either side. */
const OUTSIDE = 1e-12;

function reach({ support, variance, quantile }: Distribution): readonly [low: number, high: number] {
  const [low, high] = support;
  return Math.sqrt(variance) < NEEDLE * (high - low) ? [quantile(OUTSIDE), quantile(1 - OUTSIDE)] : support;
}

function binEdges(distribution: Distribution, bins: number): number[] {
  const { quantile } = distribution;
  const edges: number[] = [];
  const [low, high] = distribution.support[1] < Infinity ? reach(distribution) : distribution.support;
  for (let k = 0; k <= bins; k++) {
    if (high < Infinity) edges.push(low + ((high - low) * (1 - Math.cos((Math.PI * k) / bins))) / 2);
    else edges.push(quantile(normalCdf(-7.5 + (13.5 * k) / bins)));
  }
  return edges.filter((edge, k) => k === 0 || edge > edges[k - 1]!);
}

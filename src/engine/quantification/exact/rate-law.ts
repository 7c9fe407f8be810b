import { discretize } from "../../stats/discretize.ts";
import type { Distribution, WeightedValues } from "../../stats/distribution.ts";
import { multiplyMeasures } from "../../stats/multiply-measures.ts";
import { normalQuantile } from "../../stats/normal-quantile.ts";

/** What the distribution of a rate of events is to a mixed Poisson count: a point, a gamma, or a quadrature rule. */
export type RateLaw =
  | { readonly kind: "fixed"; readonly rate: number }
  | { readonly kind: "gamma"; readonly shape: number; readonly rate: number }
  | ({ readonly kind: "mixed" } & WeightedValues);

/** Score of the normal range that a rule of an unbounded distribution covers. */
const SCORES = 13.5;
/** Where nodes have to be close: beyond, lumps weigh too little to matter. */
const HIGH = 0.95;

/**
 * The law of a product of independent rates and shares, ready for mixing.
 *
 * Nodes lie closer than the spread of a Poisson count at the same place (0.8·√λ), else large rates would show as lumps
 * in the loss. Fixed where the product is certain; a lone gamma keeps its closed form.
 *
 * @example
 * rateLaw([atoms([3])]) // => { kind: "fixed", rate: 3 }
 */
export function rateLaw(factors: readonly Distribution[]): RateLaw {
  const [first, ...rest] = factors;
  if (!first || first.support[0] === first.support[1]) return { kind: "fixed", rate: first?.mean ?? 1 };
  if (rest.length === 0 && first.form?.family === "gamma") {
    return { kind: "gamma", shape: first.form.shape, rate: first.form.rate };
  }
  const high = factors.reduce((total, factor) => total * factor.quantile(HIGH), 1);
  const gap = 0.8 * Math.sqrt(Math.max(high, 1));
  let measure = discretize(first, binsFor(first, high, gap));
  for (const factor of rest) {
    measure = multiplyMeasures(measure, discretize(factor, binsFor(factor, high, gap)), Math.max(24, high / gap));
  }
  return { kind: "mixed", ...measure };
}

function binsFor(factor: Distribution, high: number, gap: number): number {
  const [from, to] = factor.support;
  const top = factor.quantile(0.999);
  const scale = high / factor.quantile(HIGH);
  const needed =
    to < Infinity
      ? ((Math.PI / 2) * (to - from) * scale) / gap
      : (SCORES / (2 * normalQuantile(0.999))) *
        Math.log(top / Math.max(factor.quantile(0.001), top * 1e-6)) *
        (high / gap);
  return Math.min(4096, Math.max(to < Infinity ? 24 : 54, Math.ceil(needed)));
}

/**
 * E[exp(−Λ·q)] for q ≥ 0: the probability of no event when each counts with probability q.
 *
 * @example
 * probabilityOfNone({ kind: "gamma", shape: 1, rate: 1 }, 1) // => 0.5
 */
export function probabilityOfNone(law: RateLaw, q: number): number {
  if (law.kind === "fixed") return Math.exp(-law.rate * q);
  if (law.kind === "gamma") return (1 + q / law.rate) ** -law.shape;
  return law.values.reduce((total, rate, k) => total + law.weights[k]! * Math.exp(-rate * q), 0);
}

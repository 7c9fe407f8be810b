import { weightedAtoms } from "../../stats/atoms.ts";
import { discretize } from "../../stats/discretize.ts";
import type { Distribution, WeightedValues } from "../../stats/distribution.ts";
import { gamma } from "../../stats/gamma.ts";
import { gaussRule } from "../../stats/gauss-rule.ts";
import { multiplyMeasures } from "../../stats/multiply-measures.ts";
import { normalQuantile } from "../../stats/normal-quantile.ts";
import { scaled } from "../../stats/scaled.ts";
import type { Count } from "../scenario.ts";

/**
 * What the number of events of a year follows: Poisson of a rate that is a point, a gamma or a quadrature rule; one of
 * these in a year that is silent with some probability; or one event at most.
 */
export type RateLaw = PoissonLaw | ZeroInflatedLaw | AtMostOneLaw;

type PoissonLaw =
  | { readonly kind: "fixed"; readonly rate: number }
  | { readonly kind: "gamma"; readonly shape: number; readonly rate: number }
  | ({ readonly kind: "mixed" } & WeightedValues);

interface ZeroInflatedLaw {
  readonly kind: "zero-inflated";
  readonly silent: number;
  readonly otherwise: PoissonLaw;
}

interface AtMostOneLaw {
  readonly kind: "at-most-one";
  readonly probability: number;
}

/** Score of the normal range that a rule of an unbounded distribution covers. */
const SCORES = 13.5;
/** Where nodes have to be close: beyond, lumps weigh too little to matter. */
const HIGH = 0.95;

/** Width of a bin that three nodes stand for, in standard deviations of a Poisson count there, and at rate 0. */
const THINNED = { spreads: 0.8, least: 0.1 };

/** As few nodes as the Poisson spread allows: those of a bin become three that keep its moments up to the fifth. */
function thinnedRule(measure: WeightedValues): WeightedValues {
  const order = [...measure.values.keys()].sort((i, j) => measure.values[i]! - measure.values[j]!);
  const values: number[] = [];
  const weights: number[] = [];
  for (let from = 0; from < order.length; ) {
    const start = measure.values[order[from]!]!;
    const end = start + THINNED.least + THINNED.spreads * Math.sqrt(start);
    let to = from + 1;
    while (to < order.length && measure.values[order[to]!]! < end) to++;
    const bin = order.slice(from, to);
    const three = gaussRule(
      { values: bin.map((k) => measure.values[k]!), weights: bin.map((k) => measure.weights[k]!) },
      3,
    );
    for (const k of [...three.values.keys()].sort((i, j) => three.values[i]! - three.values[j]!)) {
      values.push(three.values[k]!);
      weights.push(three.weights[k]!);
    }
    from = to;
  }
  return { values, weights };
}

/**
 * The law of the number of events whose rate is a product of independent rates and shares, ready for mixing.
 *
 * Nodes lie closer than the spread of a Poisson count at the same place (0.8·√λ), else large rates would show as lumps
 * in the loss. Fixed where the product is certain; a lone gamma keeps its closed form, and so does a negative binomial
 * count of certain rate. Of at most one event only the mean of the product matters.
 *
 * @example
 * rateLaw([atoms([3])]) // => { kind: "fixed", rate: 3 }
 */
export function rateLaw(factors: readonly Distribution[], count: Count = { kind: "poisson" }): RateLaw {
  if (count.kind === "at-most-one") {
    return { kind: "at-most-one", probability: factors.reduce((total, { mean }) => total * mean, 1) };
  }
  if (count.kind === "zero-inflated") {
    return { kind: "zero-inflated", silent: count.silent, otherwise: poissonLaw(factors) };
  }
  const clusters = countFactor(count);
  if (!clusters) return poissonLaw(factors);
  const [first] = factors;
  const isCertain = first && factors.length === 1 && first.support[0] === first.support[1];
  return poissonLaw(isCertain ? [scaled(clusters, first.mean)] : [...factors, clusters]);
}

/**
 * The further factor of a year's rate that stands for a count other than Poisson: Gamma(size, size) of a negative
 * binomial, 0 or 1 of a zero-inflated one; none for the others.
 *
 * @example
 * countFactor({ kind: "negative-binomial", size: 4 }).variance // => 0.25
 */
export function countFactor(count: Count): Distribution | undefined {
  if (count.kind === "negative-binomial") return gamma({ shape: count.size, rate: count.size });
  if (count.kind !== "zero-inflated") return undefined;
  return weightedAtoms({ values: [0, 1], weights: [count.silent, 1 - count.silent] });
}

function poissonLaw(factors: readonly Distribution[]): PoissonLaw {
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
  return { kind: "mixed", ...thinnedRule(measure) };
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
 * E[(1 − q)^N]: the probability of no event when each counts with probability q in [0, 1].
 *
 * @example
 * probabilityOfNone({ kind: "gamma", shape: 1, rate: 1 }, 1) // => 0.5
 */
export function probabilityOfNone(law: RateLaw, q: number): number {
  switch (law.kind) {
    case "fixed":
      return Math.exp(-law.rate * q);
    case "gamma":
      return (1 + q / law.rate) ** -law.shape;
    case "mixed":
      return law.values.reduce((total, rate, k) => total + law.weights[k]! * Math.exp(-rate * q), 0);
    case "zero-inflated":
      return law.silent + (1 - law.silent) * probabilityOfNone(law.otherwise, q);
    case "at-most-one":
      return 1 - law.probability * q;
  }
}

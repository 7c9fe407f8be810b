import type { RateLaw } from "../exact/rate-law.ts";

/**
 * The law of a rate in years weighted by it, and its mean: E[Λ·g(Λ)] = mean·E[g(Λ′)]. Only of Poisson counts.
 *
 * @example
 * sizeBiasedLaw({ kind: "gamma", shape: 2, rate: 4 }) // => { mean: 0.5, law: { kind: "gamma", shape: 3, rate: 4 } }
 */
export function sizeBiasedLaw(law: RateLaw): { readonly mean: number; readonly law: RateLaw } {
  switch (law.kind) {
    case "fixed":
      return { mean: law.rate, law };
    case "gamma":
      return { mean: law.shape / law.rate, law: { ...law, shape: law.shape + 1 } };
    case "mixed": {
      const mean = law.values.reduce((sum, value, k) => sum + value * law.weights[k]!, 0);
      return { mean, law: { ...law, weights: law.weights.map((weight, k) => (weight * law.values[k]!) / mean) } };
    }
    default:
      throw new RangeError(`count ${law.kind} has no size-biased rate; give a Poisson one`);
  }
}

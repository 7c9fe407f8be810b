import { weightedAtoms } from "./atoms.ts";
import type { Distribution, DistributionForm } from "./distribution.ts";

/**
 * The distribution of factor·X, factor ≥ 0, with all that is known of X.
 *
 * @example
 * scaled(atoms([1, 3]), 10).mean // => 20
 */
export function scaled(distribution: Distribution, factor: number): Distribution {
  if (factor === 1) return distribution;
  if (factor === 0) return weightedAtoms({ values: [0], weights: [1] });
  const { atoms, form, density, secondMomentBelow } = distribution;
  if (atoms) return weightedAtoms({ values: atoms.values.map((value) => value * factor), weights: atoms.weights });
  return {
    mean: factor * distribution.mean,
    variance: factor * factor * distribution.variance,
    support: [factor * distribution.support[0], factor * distribution.support[1]],
    cdf: (x) => distribution.cdf(x / factor),
    quantile: (p) => factor * distribution.quantile(p),
    limitedExpectation: (k) => factor * distribution.limitedExpectation(k / factor),
    ...(density && { density: (x: number) => density.call(distribution, x / factor) / factor }),
    ...(secondMomentBelow && {
      secondMomentBelow: (k: number) => factor * factor * secondMomentBelow.call(distribution, k / factor),
    }),
    ...(form && { form: scaledForm(form, factor) }),
  };
}

function scaledForm(form: DistributionForm, factor: number): DistributionForm {
  if (form.family === "gamma") return { ...form, rate: form.rate / factor };
  return { ...form, mu: form.mu + Math.log(factor) };
}

import type { Distribution, WeightedValues } from "./distribution.ts";

/**
 * The empirical distribution of samples, each equally likely; one sample is a point. Samples must be finite, one at
 * least; ties are merged.
 *
 * @example
 * atoms([1, 3]).mean // => 2
 */
export function atoms(samples: readonly number[]): Distribution {
  return weightedAtoms({ values: samples, weights: samples.map(() => 1 / samples.length) });
}

/**
 * The distribution on finitely many values with their weights, which must sum to 1; ties are merged.
 *
 * @example
 * weightedAtoms({ values: [0, 4], weights: [0.75, 0.25] }).mean // => 1
 */
export function weightedAtoms(pairs: WeightedValues): Distribution {
  const values: number[] = [];
  const weights: number[] = [];
  for (const k of [...pairs.values.keys()].sort((i, j) => pairs.values[i]! - pairs.values[j]!)) {
    if (pairs.values[k] === values[values.length - 1]) weights[weights.length - 1]! += pairs.weights[k]!;
    else {
      values.push(pairs.values[k]!);
      weights.push(pairs.weights[k]!);
    }
  }
  const upTo = Float64Array.from(weights);
  for (let k = 1; k < upTo.length; k++) upTo[k] = upTo[k]! + upTo[k - 1]!;
  const expectation = (of: (value: number) => number) =>
    values.reduce((sum, value, k) => sum + weights[k]! * of(value), 0);
  const mean = values.length === 1 ? values[0]! : expectation((value) => value);
  return {
    mean,
    variance: expectation((value) => (value - mean) ** 2),
    support: [values[0]!, values[values.length - 1]!],
    cdf(x) {
      let from = 0;
      let to = values.length;
      while (from < to) {
        const half = (from + to) >> 1;
        if (values[half]! <= x) from = half + 1;
        else to = half;
      }
      return from === 0 ? 0 : from === values.length ? 1 : upTo[from - 1]!;
    },
    quantile(p) {
      // Sums of tenths miss their tenth by rounding: a level reached to 1e-12 is reached.
      const k = upTo.findIndex((sum) => sum >= p - 1e-12);
      return values[k < 0 ? values.length - 1 : k]!;
    },
    limitedExpectation: (k) => expectation((value) => Math.min(value, k)),
    atoms: { values, weights },
  };
}

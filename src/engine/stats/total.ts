import { weightedAtoms } from "./atoms.ts";
import { discretize } from "./discretize.ts";
import type { Distribution, WeightedValues } from "./distribution.ts";
import { MeasureBins } from "./measure-bins.ts";
import { sum } from "./sum.ts";

/** Bins of each lesser addend, and of their sum. */
const BINS = 64;
const PER_LOG_UNIT = 24;

/**
 * The distribution of the sum of any number of independent quantities, none negative. The empty sum is 0.
 *
 * Of two it is that of `sum`; of more, all but the two of largest variance are added up as weighted values first, in
 * bins that keep their mass, mean, variance and third moment. Mean and variance are exact, the distribution function
 * to about 1e-4 (2e-4 of many).
 *
 * @example
 * total([atoms([1]), atoms([2]), atoms([3, 5])]).mean // => 7
 */
export function total(quantities: readonly Distribution[]): Distribution {
  if (quantities.length === 0) return weightedAtoms({ values: [0], weights: [1] });
  if (quantities.length <= 2) return quantities.reduce(added);
  const [widest, ...others] = [...quantities].sort((a, b) => b.variance - a.variance) as [
    Distribution,
    ...Distribution[],
  ];
  const rest = weightedAtoms(others.map((quantity) => discretize(quantity, BINS)).reduce(addMeasures));
  const both = added(widest, rest);
  if (both.atoms) return both;
  return {
    ...both,
    mean: quantities.reduce((mean, quantity) => mean + quantity.mean, 0),
    variance: quantities.reduce((variance, quantity) => variance + quantity.variance, 0),
    support: [
      quantities.reduce((low, { support }) => low + support[0], 0),
      quantities.reduce((high, { support }) => high + support[1], 0),
    ],
  };
}

/** Values of a sum of values: more are gathered in bins. */
const MOST_VALUES = 2 ** 16;

function added(a: Distribution, b: Distribution): Distribution {
  if (!a.atoms || !b.atoms || a.atoms.values.length * b.atoms.values.length <= MOST_VALUES) return sum(a, b);
  return weightedAtoms(addMeasures(a.atoms, b.atoms));
}

/** The measure of the sum of two independent quantities; exact where it stays below 512 values. */
function addMeasures(a: WeightedValues, b: WeightedValues): WeightedValues {
  if (a.values.length * b.values.length <= 512) {
    const { atoms } = weightedAtoms({
      values: a.values.flatMap((x) => b.values.map((y) => x + y)),
      weights: a.weights.flatMap((v) => b.weights.map((w) => v * w)),
    });
    return atoms!;
  }
  const top = Math.log(largest(a) + largest(b));
  const bins = new MeasureBins({ top, perLogUnit: PER_LOG_UNIT });
  a.values.forEach((x, i) => {
    for (let j = 0; j < b.values.length; j++) {
      const value = x + b.values[j]!;
      bins.add(value, Math.log(value), a.weights[i]! * b.weights[j]!);
    }
  });
  return bins.measure();
}

const largest = ({ values }: WeightedValues) => values.reduce((top, value) => Math.max(top, value), 0);

import type { WeightedValues } from "./distribution.ts";
import { MeasureBins } from "./measure-bins.ts";

const BINS_PER_LOG_UNIT = 24;

/**
 * The measure of the product of two independent quantities, none negative, given by weighted values.
 *
 * Exact where it stays below 512 values. Else the values fall into bins even in the logarithm, and each bin keeps its
 * mass, mean, variance and third moment on two values (Gauss); zero stays zero. `perLogUnit` sets the bins' fineness.
 *
 * @example
 * multiplyMeasures({ values: [2], weights: [1] }, { values: [3, 5], weights: [0.5, 0.5] }).values // => [6, 10]
 */
export function multiplyMeasures(
  a: WeightedValues,
  b: WeightedValues,
  perLogUnit: number = BINS_PER_LOG_UNIT,
): WeightedValues {
  if (a.values.length * b.values.length <= 512) return crossed(a, b);
  const top = Math.log(Math.max(...a.values)) + Math.log(Math.max(...b.values));
  const bins = new MeasureBins({ top, perLogUnit });
  const logB = b.values.map((value) => Math.log(value));
  a.values.forEach((value, i) => {
    const log = Math.log(value);
    for (let j = 0; j < logB.length; j++) {
      bins.add(value * b.values[j]!, log + logB[j]!, a.weights[i]! * b.weights[j]!);
    }
  });
  return bins.measure();
}

function crossed(a: WeightedValues, b: WeightedValues): WeightedValues {
  const pairs = a.values.flatMap((value, i) =>
    b.values.map((other, j): [number, number] => [value * other, a.weights[i]! * b.weights[j]!]),
  );
  pairs.sort((p, q) => p[0] - q[0]);
  const values: number[] = [];
  const weights: number[] = [];
  for (const [value, weight] of pairs) {
    if (value === values[values.length - 1]) weights[weights.length - 1]! += weight;
    else {
      values.push(value);
      weights.push(weight);
    }
  }
  return { values, weights };
}

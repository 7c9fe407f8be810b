import type { WeightedValues } from "./distribution.ts";

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
  // Below exp(−30) of the largest value the place within a bin cannot matter.
  const count = Math.ceil(30 * perLogUnit) + 1;
  const mass = new Float64Array(count);
  const first = new Float64Array(count);
  const second = new Float64Array(count);
  const third = new Float64Array(count);
  let zero = 0;
  const logB = b.values.map((value) => Math.log(value));
  a.values.forEach((value, i) => {
    const offset = top - Math.log(value);
    for (let j = 0; j < logB.length; j++) {
      const weight = a.weights[i]! * b.weights[j]!;
      const product = value * b.values[j]!;
      if (product === 0) {
        zero += weight;
        continue;
      }
      const bin = Math.min(count - 1, Math.max(0, Math.floor((offset - logB[j]!) * perLogUnit)));
      // Moments about the bin's upper end: raw moments would lose the third one to rounding.
      const below = product - Math.exp(top - bin / perLogUnit);
      mass[bin]! += weight;
      first[bin]! += weight * below;
      second[bin]! += weight * below * below;
      third[bin]! += weight * below * below * below;
    }
  });
  const values: number[] = [];
  const weights: number[] = [];
  if (zero > 0) {
    values.push(0);
    weights.push(zero);
  }
  for (let bin = count - 1; bin >= 0; bin--) {
    const total = mass[bin]!;
    if (!(total > 0)) continue;
    const from = first[bin]! / total;
    const variance = Math.max(0, second[bin]! / total - from * from);
    const centre = Math.exp(top - bin / perLogUnit) + from;
    if (variance <= 1e-14 * centre * centre) {
      values.push(centre);
      weights.push(total);
      continue;
    }
    const skew = (third[bin]! / total - 3 * from * (second[bin]! / total) + 2 * from ** 3) / variance;
    const root = Math.sqrt(skew * skew + 4 * variance);
    const lower = (skew - root) / 2;
    const upper = (skew + root) / 2;
    values.push(Math.max(0, centre + lower), centre + upper);
    weights.push((total * upper) / root, (total * -lower) / root);
  }
  return { values, weights };
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

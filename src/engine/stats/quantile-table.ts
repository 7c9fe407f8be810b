import { invertCdf } from "./invert-cdf.ts";
import type { WeightedDistribution } from "./mixture.ts";
import { normalCdf } from "./normal-cdf.ts";
import { normalQuantile } from "./normal-quantile.ts";

/** A distribution by its quantiles Q as a function of the normal score z, Q(Φ(z)). */
export interface QuantileTable {
  /** Q(Φ(z)): with z a standard normal draw, a draw of X. */
  valueAt(z: number): number;
  /** The normal score of P(X ≤ x). */
  scoreOf(x: number): number;
  /** E[X; Z ≤ z]. */
  firstMomentTo(z: number): number;
  /** E[X²; Z ≤ z]. */
  secondMomentTo(z: number): number;
  readonly firstMoment: number;
  readonly secondMoment: number;
}

/** Cells of the table to a unit of the normal score. */
const CELLS = 64;

/** Scores beyond −REACH hold a probability of 1e-19; upwards the reach grows with the tails. */
const REACH = 9;

/** The probability on either side of a jump that is drawn as its slope: little, yet beyond the rounding of a level. */
const JUMP = 4e-12;

/** The largest number below 1. */
const ALMOST_ONE = 1 - Number.EPSILON / 2;

/** Gauss and Legendre's rule of five points on [0, 1]. */
const GAUSS = [
  [0.046910077030668, 0.118463442528094],
  [0.230765344947158, 0.239314335249683],
  [0.5, 0.284444444444444],
  [0.769234655052842, 0.239314335249683],
  [0.953089922969332, 0.118463442528094],
] as const;

/**
 * The table of weighted averages of quantiles: monotone cubic between nodes 1/64 of a normal score apart, with two nodes
 * at each jump of an atom, and the integrals of Q and Q² up to each node.
 *
 * @example
 * quantileTable([{ distribution: scaledBeta({ alpha: 1, beta: 1, min: 0, max: 1 }), weight: 1 }])
 *   .secondMoment // => 1 / 3 ± 1e-7
 */
export function quantileTable(parts: readonly WeightedDistribution[]): QuantileTable {
  const scores = nodes(parts);
  const count = scores.length;
  const values = new Float64Array(count);
  const slopes = new Float64Array(count);
  for (const part of parts) addPart(part, { scores, values, slopes });
  keepRising(scores, values, slopes);

  const cubic = (cell: number, z: number) => {
    const from = scores[cell]!;
    const width = scores[cell + 1]! - from;
    const t = (z - from) / width;
    const rise = values[cell + 1]! - values[cell]!;
    const start = slopes[cell]! * width;
    const end = slopes[cell + 1]! * width;
    return values[cell]! + t * (start + t * (3 * rise - 2 * start - end + t * (start + end - 2 * rise)));
  };
  const slope = (cell: number, z: number) => {
    const width = scores[cell + 1]! - scores[cell]!;
    const t = (z - scores[cell]!) / width;
    const rise = (values[cell + 1]! - values[cell]!) / width;
    const start = slopes[cell]!;
    const end = slopes[cell + 1]!;
    return start + t * (2 * (3 * rise - 2 * start - end) + 3 * t * (start + end - 2 * rise));
  };
  const moment = (power: 1 | 2, cell: number) => (to: number) => {
    const from = scores[cell]!;
    let sum = 0;
    for (const [node, weight] of GAUSS) {
      const z = from + node * (to - from);
      sum += weight * cubic(cell, z) ** power * Math.exp(-0.5 * z * z);
    }
    return (sum * (to - from)) / Math.sqrt(2 * Math.PI);
  };
  const moments = (power: 1 | 2) => {
    const sums = new Float64Array(count);
    for (let k = 1; k < count; k++) sums[k] = sums[k - 1]! + moment(power, k - 1)(scores[k]!);
    return sums;
  };
  const [firsts, seconds] = [moments(1), moments(2)];
  const momentTo = (power: 1 | 2, z: number) => {
    const sums = power === 1 ? firsts : seconds;
    if (z <= scores[0]!) return 0;
    if (z >= scores[count - 1]!) return sums[count - 1]!;
    const cell = lastUpTo(scores, z);
    return sums[cell]! + moment(power, cell)(z);
  };
  return {
    valueAt(z) {
      if (z <= scores[0]!) return values[0]!;
      return z >= scores[count - 1]! ? values[count - 1]! : cubic(lastUpTo(scores, z), z);
    },
    scoreOf(x) {
      if (x < values[0]!) return -Infinity;
      if (x >= values[count - 1]!) return Infinity;
      const cell = lastUpTo(values, x);
      const [low, high] = [scores[cell]!, scores[cell + 1]!];
      const start = low + ((high - low) * (x - values[cell]!)) / (values[cell + 1]! - values[cell]!);
      return invertCdf(x, { cdf: (z) => cubic(cell, z), density: (z) => slope(cell, z), low, high, start });
    },
    firstMomentTo: (z) => momentTo(1, z),
    secondMomentTo: (z) => momentTo(2, z),
    firstMoment: firsts[count - 1]!,
    secondMoment: seconds[count - 1]!,
  };
}

function nodes(parts: readonly WeightedDistribution[]): Float64Array {
  let sigma = 0;
  const scores: number[] = [];
  for (const { distribution } of parts) {
    if (distribution.form?.family === "lognormal") sigma = Math.max(sigma, distribution.form.sigma);
    let level = 0;
    for (const weight of distribution.atoms?.weights.slice(0, -1) ?? []) {
      level += weight;
      scores.push(normalQuantile(level - JUMP), normalQuantile(level + JUMP));
    }
  }
  const cells = Math.ceil((2 * REACH + 2 * sigma) * CELLS);
  for (let k = 0; k <= cells; k++) scores.push(-REACH + k / CELLS);
  return Float64Array.from(scores.sort((a, b) => a - b)).filter((z, k, all) => k === 0 || z > all[k - 1]!);
}

function addPart(
  { distribution, weight }: WeightedDistribution,
  { scores, values, slopes }: { scores: Float64Array; values: Float64Array; slopes: Float64Array },
): void {
  const { form } = distribution;
  const own = scores.map((z) =>
    form?.family === "lognormal"
      ? Math.exp(form.mu + form.sigma * z)
      : distribution.quantile(Math.min(normalCdf(z), ALMOST_ONE)),
  );
  for (let k = 0; k < scores.length; k++) {
    values[k]! += weight * own[k]!;
    slopes[k]! += weight * (form?.family === "lognormal" ? form.sigma * own[k]! : parabolaSlope(scores, own, k));
  }
}

/** Of the parabola through a node and its neighbours; at an end the secant. */
function parabolaSlope(scores: Float64Array, values: Float64Array, k: number): number {
  const secant = (cell: number) => (values[cell + 1]! - values[cell]!) / (scores[cell + 1]! - scores[cell]!);
  if (k === 0 || k === scores.length - 1) return secant(k === 0 ? 0 : k - 1);
  const before = scores[k]! - scores[k - 1]!;
  const after = scores[k + 1]! - scores[k]!;
  return (after * secant(k - 1) + before * secant(k)) / (before + after);
}

/** No slope above three times that of a neighbouring secant: then the cubics never fall (Fritsch and Carlson 1980). */
function keepRising(scores: Float64Array, values: Float64Array, slopes: Float64Array): void {
  for (let k = 0; k + 1 < scores.length; k++) {
    const most = (3 * (values[k + 1]! - values[k]!)) / (scores[k + 1]! - scores[k]!);
    slopes[k] = Math.min(slopes[k]!, most);
    slopes[k + 1] = Math.min(slopes[k + 1]!, most);
  }
}

/** The last cell whose start is at most x. */
function lastUpTo(starts: Float64Array, x: number): number {
  let from = 0;
  let to = starts.length - 1;
  while (to - from > 1) {
    const half = (from + to) >> 1;
    if (starts[half]! <= x) from = half;
    else to = half;
  }
  return from;
}

import { reproducibleExp } from "../../stats/reproducible-exp.ts";
import { reproducibleLn } from "../../stats/reproducible-ln.ts";
import type { AnnualLoss, ExceedancePoint, FigureError } from "../annual-loss.ts";
import { quantileError } from "./quantile-error.ts";
import type { SortedYears } from "./sorted-years.ts";

const POINTS = 256;

/**
 * The distribution of annual loss that a sample of independent years shows, with the standard error of each figure.
 *
 * - valueAtRisk: inf { x : F(x) ≥ p }, the ⌈np⌉-th smallest year
 * - expectedShortfall: [Σ of the years above + (k − np) × the k-th] ÷ n(1 − p), k = ⌈np⌉ (Acerbi and Tasche 2002)
 * - exceedance: the share of years with a loss larger than the point's, at up to 256 points: losses that occurred,
 *   half of them evenly spread over the probability, half over its logarithm, the largest with probability 0
 * - standard errors: of the mean sd ÷ √n; of the standard deviation from the fourth moment; of a quantile a quarter of
 *   the distance between the order statistics two standard deviations of its rank to either side, so 0 inside an atom;
 *   of expected shortfall √[(Var(S | tail) + p (ES − VaR)²) ÷ n(1 − p)]. Infinity where there is but one year.
 *
 * @param years - loss of each year, 0 or more; at least one
 * @param sorting - the buffer to sort in
 * @throws RangeError when a loss, or their sum, is not finite
 *
 * @example
 * annualLossOfYears(Float64Array.of(0, 0, 0, 4), new SortedYears()).probabilityOfLoss // => 0.25
 */
export function annualLossOfYears(years: Float64Array, sorting: SortedYears): AnnualLoss {
  const n = years.length;
  const { mean, deviation, deviationError } = moments(years);
  const sorted = sorting.of(years);
  const level = (percent: number) => ({
    value: sorted[rank(n, percent) - 1]!,
    error: standardError(n, quantileError(sorted, percent / 100)),
  });
  const half = level(50);
  const ninety = level(90);
  const ninetyFive = level(95);
  const ninetyNine = level(99);
  const shortfall95 = expectedShortfall(sorted, 95);
  const shortfall99 = expectedShortfall(sorted, 99);
  return {
    expectedAnnualLoss: mean,
    standardDeviation: deviation,
    probabilityOfLoss: shareAbove(sorted, 0),
    valueAtRisk: { "0.5": half.value, "0.9": ninety.value, "0.95": ninetyFive.value, "0.99": ninetyNine.value },
    expectedShortfall: { "0.95": shortfall95.value, "0.99": shortfall99.value },
    exceedance: exceedance(sorted),
    error: {
      expectedAnnualLoss: standardError(n, deviation / Math.sqrt(n)),
      standardDeviation: standardError(n, deviationError),
      valueAtRisk: { "0.5": half.error, "0.9": ninety.error, "0.95": ninetyFive.error, "0.99": ninetyNine.error },
      expectedShortfall: { "0.95": shortfall95.error, "0.99": shortfall99.error },
    },
  };
}

function standardError(n: number, error: number): FigureError {
  return { standardError: n > 1 ? error : Number.POSITIVE_INFINITY };
}

function moments(years: Float64Array): { mean: number; deviation: number; deviationError: number } {
  const n = years.length;
  let sum = 0;
  for (let i = 0; i < n; i++) sum += years[i]!;
  if (!Number.isFinite(sum)) throw new RangeError("annual loss not finite; give narrower estimates");
  const mean = sum / n;
  let squares = 0;
  let fourths = 0;
  // Scaled by the mean: a fourth power of a large loss could overflow.
  const scale = mean > 1e-300 ? 1 / mean : 1;
  for (let i = 0; i < n; i++) {
    const distance = (years[i]! - mean) * scale;
    const square = distance * distance;
    squares += square;
    fourths += square * square;
  }
  if (n === 1 || squares === 0) return { mean, deviation: 0, deviationError: 0 };
  const variance = squares / (n - 1);
  const varianceOfVariance = Math.max(0, fourths / n - (variance * variance * (n - 3)) / (n - 1)) / n;
  const deviation = Math.sqrt(variance);
  return {
    mean,
    deviation: deviation / scale,
    deviationError: Math.sqrt(varianceOfVariance) / (2 * deviation) / scale,
  };
}

/** ⌈np⌉, in whole numbers so that rounding cannot add one. */
function rank(n: number, percent: number): number {
  return Math.max(1, Math.ceil((n * percent) / 100));
}

function expectedShortfall(sorted: Float64Array, percent: number): { value: number; error: FigureError } {
  const n = sorted.length;
  const p = percent / 100;
  const k = rank(n, percent);
  const quantile = sorted[k - 1]!;
  const tail = (n * (100 - percent)) / 100;
  let sum = 0;
  let squares = 0;
  // By distances from the quantile: the part of the tail that lies at the quantile itself then adds nothing.
  for (let i = k; i < n; i++) {
    const beyond = sorted[i]! - quantile;
    sum += beyond;
    squares += beyond * beyond;
  }
  const excess = sum / tail;
  const variance = Math.max(0, squares / tail - excess * excess);
  return {
    value: quantile + excess,
    error: standardError(n, Math.sqrt((variance + p * excess * excess) / tail)),
  };
}

/** Number of values at or below `loss`, by bisection. */
function countUpTo(sorted: Float64Array, loss: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! <= loss) low = middle + 1;
    else high = middle;
  }
  return low;
}

function shareAbove(sorted: Float64Array, loss: number): number {
  return (sorted.length - countUpTo(sorted, loss)) / sorted.length;
}

function exceedance(sorted: Float64Array): ExceedancePoint[] {
  const n = sorted.length;
  const points: ExceedancePoint[] = [{ loss: 0, probability: shareAbove(sorted, 0) }];
  const losing = n - countUpTo(sorted, 0);
  for (const above of numbersAbove(losing)) {
    const loss = sorted[n - 1 - above]!;
    if (loss > points.at(-1)!.loss) points.push({ loss, probability: shareAbove(sorted, loss) });
  }
  return points;
}

/** How many years shall lie above each point, falling to 0, of `losing` years with a loss. */
function numbersAbove(losing: number): number[] {
  if (losing < POINTS) return Array.from({ length: losing }, (_, i) => losing - 1 - i);
  const numbers = new Set<number>([0]);
  const steps = (POINTS - 2) / 2;
  for (let i = 1; i <= steps; i++) numbers.add(Math.floor((losing * i) / (steps + 1)));
  const ratio = reproducibleExp(reproducibleLn(losing / 10) / (steps - 1));
  for (let i = 0, number = 1; i < steps; i++, number *= ratio) numbers.add(Math.floor(number));
  return [...numbers].sort((a, b) => b - a);
}

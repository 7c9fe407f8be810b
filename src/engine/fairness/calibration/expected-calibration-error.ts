import { normalCdf } from "../../stats/normal-cdf.ts";
import type { Measured } from "../rate/figure.ts";
import type { ScoreHistogram } from "../rate/score-histogram.ts";
import { type BinKind, type ReliabilityBin, reliabilityCurve } from "./reliability-curve.ts";

export interface CalibrationError {
  /** Σ share of a bin × |observed rate − mean score|, in [0, 1]; null without labelled scores. */
  readonly expected: number | null;
  /**
   * The same without what chance alone would give to perfect scores of this many rows, at least 0: the plain value is
   * positive even then, and the more so the smaller the group.
   */
  readonly corrected: number | null;
  /** What chance alone would give. */
  readonly byChance: number | null;
  /** Largest difference of a bin. */
  readonly largest: number | null;
}

/**
 * Expected calibration error of one group.
 *
 * By chance: of perfectly calibrated scores the difference of a bin is normal with variance Σ w² s (1 − s) ÷ (Σw)², so its
 * mean size is √(2 ÷ π) of the standard deviation.
 *
 * @example
 * const histogram = { edge: [0.15, 0.85], score: [0.15, 0.85], positive: [10, 80], negative: [90, 20], n: [90, 110], weightSquares: [90, 110] };
 * expectedCalibrationError(histogram).expected.toFixed(3) // => "0.050"
 */
export function expectedCalibrationError(
  histogram: ScoreHistogram,
  { bins = 10, kind = "equal-width" }: { bins?: number; kind?: BinKind } = {},
): CalibrationError {
  const curve = reliabilityCurve(histogram, { bins, kind });
  if (curve.length === 0) return { expected: null, corrected: null, byChance: null, largest: null };
  const total = curve.reduce((sum, { weight }) => sum + weight, 0);
  const rowsPerWeight = total / (histogram.weightSquares[0] + histogram.weightSquares[1]);
  const expected = errorOf(curve, total);
  let byChance = 0;
  for (const { from, to } of curve) {
    let variance = 0;
    for (let k = 0; k < histogram.edge.length; k++) {
      if (histogram.edge[k]! < from || (histogram.edge[k]! >= to && to < 1)) continue;
      const s = histogram.score[k]!;
      variance += ((histogram.positive[k]! + histogram.negative[k]!) * s * (1 - s)) / rowsPerWeight;
    }
    byChance += Math.sqrt((2 / Math.PI) * variance) / total;
  }
  return {
    expected,
    corrected: Math.max(0, expected - byChance),
    byChance,
    largest: Math.max(...curve.map(({ meanScore, observedRate }) => Math.abs(observedRate - meanScore))),
  };
}

/**
 * The plain expected calibration error with an interval for the true one: normal around the value less its upward bias,
 * Σ share × (E|N(d, v)| − |d|) over the bins' differences d with variances v, at a standard error √Σ share² v that lets
 * each difference have its own sign; widened where that would leave the plain value outside.
 *
 * @param critical - standard normal quantile, 1.96 for 95 %
 */
export function expectedCalibrationErrorMeasured(
  histogram: ScoreHistogram,
  critical: number,
  { bins = 10 }: { bins?: number } = {},
): Measured {
  const curve = reliabilityCurve(histogram, { bins });
  if (curve.length === 0) return { estimate: null, reason: "no-scores" };
  const total = curve.reduce((sum, { weight }) => sum + weight, 0);
  const rowsPerWeight = total / (histogram.weightSquares[0] + histogram.weightSquares[1]);
  const expected = errorOf(curve, total);
  let [bias, variance] = [0, 0];
  for (const { weight, meanScore, observedRate } of curve) {
    const share = weight / total;
    const rows = Math.max(2, weight * rowsPerWeight);
    // Of few rows an observed rate of 0 or 1 is not certain: Agresti and Coull's two rows on each side.
    const rate = (observedRate * rows + 2) / (rows + 4);
    const v = (rate * (1 - rate)) / (rows - 1);
    const d = Math.abs(observedRate - meanScore);
    const sd = Math.sqrt(v);
    bias += share * (sd * Math.sqrt(2 / Math.PI) * Math.exp((-d * d) / (2 * v)) - 2 * d * normalCdf(-d / sd));
    variance += share * share * v;
  }
  const half = critical * Math.sqrt(variance);
  return {
    estimate: expected,
    low: Math.max(0, Math.min(expected, expected - bias - half)),
    high: Math.min(1, Math.max(expected, expected - bias + half)),
    n: histogram.n[0] + histogram.n[1],
    method: "normal",
  };
}

function errorOf(curve: readonly ReliabilityBin[], total: number): number {
  return curve.reduce(
    (sum, { weight, meanScore, observedRate }) => sum + (weight / total) * Math.abs(observedRate - meanScore),
    0,
  );
}

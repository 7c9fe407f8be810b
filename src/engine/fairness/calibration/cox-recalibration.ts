import { incompleteGamma } from "../../stats/incomplete-gamma.ts";
import { normalCdf } from "../../stats/normal-cdf.ts";
import type { ScoreHistogram } from "../rate/score-histogram.ts";

/** Fit of logit P(y = 1) = intercept + slope × logit(score); perfect scores have intercept 0 and slope 1. */
export interface CoxRecalibration {
  readonly intercept: { readonly estimate: number; readonly low: number; readonly high: number };
  /** Below 1: scores too extreme; above 1: too timid. */
  readonly slope: { readonly estimate: number; readonly low: number; readonly high: number };
  /** Likelihood ratio test of intercept 0 and slope 1 together, χ² with two degrees of freedom. */
  readonly chiSquare: number;
  readonly pValue: number;
}

/** Scores are kept this far from 0 and 1, where the logit has no value. */
const CLIP = 1e-9;

/**
 * Cox's calibration intercept and slope of one group (Cox 1958), by Newton's method; intervals are Wald's. With weights,
 * rows count with their weight rescaled to Kish's effective number.
 *
 * Null without both labels, with one score only, or where the labels are parted perfectly by the score.
 *
 * @param critical - standard normal quantile, 1.96 for 95 %
 * @example
 * const histogram = { edge: [0.2, 0.8], score: [0.2, 0.8], positive: [20, 80], negative: [80, 20], n: [100, 100], weightSquares: [100, 100] };
 * coxRecalibration(histogram).slope.estimate.toFixed(6) // => "1.000000"
 */
export function coxRecalibration(histogram: ScoreHistogram, critical = 1.959963984540054): CoxRecalibration | null {
  const { score, positive, negative, weightSquares } = histogram;
  let total = 0;
  for (let k = 0; k < score.length; k++) total += positive[k]! + negative[k]!;
  const scale = total / (weightSquares[0] + weightSquares[1]);
  const logit = Float64Array.from(score, (s) => {
    const clipped = Math.min(1 - CLIP, Math.max(CLIP, s));
    return Math.log(clipped / (1 - clipped));
  });
  const likelihood = (a: number, b: number) => {
    let sum = 0;
    for (let k = 0; k < logit.length; k++) {
      const eta = a + b * logit[k]!;
      // ln P(y = 1) = −ln(1 + e^−η), without overflow.
      const up = eta > 0 ? -Math.log1p(Math.exp(-eta)) : eta - Math.log1p(Math.exp(eta));
      sum += scale * (positive[k]! * up + negative[k]! * (up - eta));
    }
    return sum;
  };
  let [a, b] = [0, 1];
  let current = likelihood(a, b);
  for (let step = 0; step < 100; step++) {
    const { gradient, information } = derivatives(histogram, logit, scale, a, b);
    const determinant = information[0] * information[2] - information[1] ** 2;
    if (!(determinant > 1e-12 * information[0] * information[2])) return null;
    let da = (information[2] * gradient[0] - information[1] * gradient[1]) / determinant;
    let db = (information[0] * gradient[1] - information[1] * gradient[0]) / determinant;
    let next = likelihood(a + da, b + db);
    for (let halving = 0; !(next >= current) && halving < 50; halving++) {
      da /= 2;
      db /= 2;
      next = likelihood(a + da, b + db);
    }
    [a, b] = [a + da, b + db];
    if (Math.abs(a) > 500 || Math.abs(b) > 500) return null;
    const settled = Math.abs(da) < 1e-12 * (1 + Math.abs(a)) && Math.abs(db) < 1e-12 * (1 + Math.abs(b));
    if (settled || next === current) break;
    current = next;
  }
  const { information } = derivatives(histogram, logit, scale, a, b);
  const determinant = information[0] * information[2] - information[1] ** 2;
  // Where the score parts the labels the curve has no steepest place: the information dries up.
  if (!(determinant > 1e-10 * total)) return null;
  const around = (estimate: number, variance: number) => {
    const half = critical * Math.sqrt(variance);
    return { estimate, low: estimate - half, high: estimate + half };
  };
  const chiSquare = Math.max(0, 2 * (likelihood(a, b) - likelihood(0, 1)));
  return {
    intercept: around(a, information[2] / determinant),
    slope: around(b, information[0] / determinant),
    chiSquare,
    pValue: Math.max(0, 1 - incompleteGamma(1, chiSquare / 2)),
  };
}

function derivatives({ positive, negative }: ScoreHistogram, logit: Float64Array, scale: number, a: number, b: number) {
  const gradient: [number, number] = [0, 0];
  const information: [number, number, number] = [0, 0, 0];
  for (let k = 0; k < logit.length; k++) {
    const x = logit[k]!;
    const weight = scale * (positive[k]! + negative[k]!);
    const p = 1 / (1 + Math.exp(-(a + b * x)));
    const rest = scale * positive[k]! - weight * p;
    const v = weight * p * (1 - p);
    gradient[0] += rest;
    gradient[1] += rest * x;
    information[0] += v;
    information[1] += v * x;
    information[2] += v * x * x;
  }
  return { gradient, information };
}

/**
 * Spiegelhalter's test that scores are calibrated: z is standard normal if they are.
 *
 * @returns z and its two-sided p-value; null without labelled scores between 0 and 1
 */
export function spiegelhalterCalibration(histogram: ScoreHistogram): { z: number; pValue: number } | null {
  const { score, positive, negative } = histogram;
  let away = 0;
  let variance = 0;
  for (let k = 0; k < score.length; k++) {
    const s = score[k]!;
    const n = positive[k]! + negative[k]!;
    away += (positive[k]! - n * s) * (1 - 2 * s);
    variance += n * (1 - 2 * s) ** 2 * s * (1 - s);
  }
  if (!(variance > 0)) return null;
  const z = away / Math.sqrt(variance);
  return { z, pValue: 2 * normalCdf(-Math.abs(z)) };
}

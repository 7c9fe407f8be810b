import type { DriftChart } from "./average-run-length.ts";

/** A chart after one reading. */
export interface DriftPoint {
  /** What the chart keeps, in σ: the average, or the larger of the two sums. */
  readonly statistic: number;
  /** up or down: where it signals; null within its limits. */
  readonly signal: "up" | "down" | null;
}

/**
 * Runs a drift chart over readings in the order of their times, target and σ known.
 *
 * EWMA: z ← λ·x + (1 − λ)·z from 0, a signal where |z| reaches width·√(λ ÷ (2 − λ)). CUSUM, on both sides: s ← max(0,
 * s + x − allowance) upwards, likewise downwards, a signal where it reaches the interval; a sum that signalled starts
 * anew. x is (value − target) ÷ σ. How often it signals without cause is {@link averageRunLength} at a shift of 0, for
 * both sides of a CUSUM together half of it.
 *
 * Throws a RangeError for a σ that is not above 0 and for a value that is not finite.
 *
 * @example
 * driftChart([0, 3, 3], { target: 0, sigma: 1, by: { chart: "cusum", allowance: 0.5, interval: 5 } })
 *   .map(({ signal }) => signal) // => [null, null, "up"]
 */
export function driftChart(
  values: readonly number[],
  { target, sigma, by }: { readonly target: number; readonly sigma: number; readonly by: DriftChart },
): DriftPoint[] {
  if (!(sigma > 0 && sigma < Infinity)) throw new RangeError(`sigma is ${sigma}; give one above 0`);
  const scores = values.map((value) => {
    if (!Number.isFinite(value)) throw new RangeError(`value is ${value}; give a finite number`);
    return (value - target) / sigma;
  });
  return by.chart === "ewma" ? ewma(scores, by) : cusum(scores, by);
}

function ewma(scores: readonly number[], { lambda, width }: Extract<DriftChart, { chart: "ewma" }>): DriftPoint[] {
  const limit = width * Math.sqrt(lambda / (2 - lambda));
  let average = 0;
  return scores.map((score) => {
    average = lambda * score + (1 - lambda) * average;
    return { statistic: average, signal: average >= limit ? "up" : average <= -limit ? "down" : null };
  });
}

function cusum(
  scores: readonly number[],
  { allowance, interval }: Extract<DriftChart, { chart: "cusum" }>,
): DriftPoint[] {
  let [up, down] = [0, 0];
  return scores.map((score) => {
    up = Math.max(0, up + score - allowance);
    down = Math.max(0, down - score - allowance);
    const point: DriftPoint = {
      statistic: up >= down ? up : -down,
      signal: up >= interval ? "up" : down >= interval ? "down" : null,
    };
    if (up >= interval) up = 0;
    if (down >= interval) down = 0;
    return point;
  });
}

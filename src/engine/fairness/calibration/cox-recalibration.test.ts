import { expect, test } from "vitest";
import type { ScoreHistogram } from "../rate/score-histogram.ts";
import { coxRecalibration, spiegelhalterCalibration } from "./cox-recalibration.ts";

function histogramOf(
  score: readonly number[],
  positive: readonly number[],
  negative: readonly number[],
): ScoreHistogram {
  const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
  const n = [sum(positive), sum(negative)] as const;
  const edge = Float64Array.from(score);
  return {
    edge,
    score: edge,
    positive: Float64Array.from(positive),
    negative: Float64Array.from(negative),
    n,
    weightSquares: n,
  };
}

test("scores that are too extreme have a slope below 1, by as much as their logits are too large", () => {
  const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));
  const logits = [-3, -2, -1, 0, 1, 2, 3];
  const truth = logits.map((x) => sigmoid(0.3 + x));
  const histogram = histogramOf(
    logits.map((x) => sigmoid(2 * x)),
    truth.map((p) => 1e4 * p),
    truth.map((p) => 1e4 * (1 - p)),
  );
  const cox = coxRecalibration(histogram)!;
  expect(cox.slope.estimate).toBeCloseTo(0.5, 9);
  expect(cox.intercept.estimate).toBeCloseTo(0.3, 9);
  expect(cox.pValue).toBe(0);
});

test("perfect scores: intercept 0, slope 1, no evidence against", () => {
  const histogram = histogramOf([0.2, 0.5, 0.8], [20, 50, 80], [80, 50, 20]);
  const cox = coxRecalibration(histogram)!;
  expect(cox.intercept.estimate).toBeCloseTo(0, 9);
  expect(cox.slope.estimate).toBeCloseTo(1, 9);
  expect(cox.pValue).toBeCloseTo(1, 9);
  expect(spiegelhalterCalibration(histogram)!.pValue).toBeCloseTo(1, 9);
});

test("no answer from one class, from one score, or from labels that the score parts", () => {
  expect(coxRecalibration(histogramOf([0.2, 0.5], [3, 4], [0, 0]))).toBeNull();
  expect(coxRecalibration(histogramOf([0.2], [3], [4]))).toBeNull();
  expect(coxRecalibration(histogramOf([0.2, 0.8], [0, 4], [4, 0]))).toBeNull();
  expect(spiegelhalterCalibration(histogramOf([0, 1], [0, 4], [4, 0]))).toBeNull();
});

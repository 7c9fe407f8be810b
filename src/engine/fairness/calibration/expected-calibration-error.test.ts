import { expect, test } from "vitest";
import { drawUniform } from "../../stats/draw-uniform.ts";
import { startStream, streamKey } from "../../stats/stream-key.ts";
import type { ScoreHistogram } from "../rate/score-histogram.ts";
import { expectedCalibrationError, expectedCalibrationErrorMeasured } from "./expected-calibration-error.ts";

const stream = new Int32Array(4);

/** Scores of so many rows, with labels that are `shift` more probable than they say. */
function sample(rows: number, shift: number): ScoreHistogram {
  const scores = Float64Array.from({ length: rows }, () => 0.1 + 0.7 * drawUniform(stream)).sort();
  const positive = scores.map((s) => Number(drawUniform(stream) < s + shift));
  const positives = positive.reduce((a, b) => a + b, 0);
  const n = [positives, rows - positives] as const;
  return { edge: scores, score: scores, positive, negative: positive.map((y) => 1 - y), n, weightSquares: n };
}

test.each([
  [60, 0],
  [1000, 0],
  [1000, 0.1],
])("of %i rows that are off by %f the corrected error is nearer the truth than the plain one", (rows, shift) => {
  startStream(stream, streamKey(20261121, "ece"), rows, Math.round(shift * 10));
  let [plain, corrected] = [0, 0];
  for (let k = 0; k < 200; k++) {
    const error = expectedCalibrationError(sample(rows, shift));
    plain += error.expected! / 200;
    corrected += error.corrected! / 200;
  }
  if (shift === 0) expect(corrected).toBeLessThan(0.35 * plain);
  else expect(Math.abs(plain - shift)).toBeLessThan(0.01);
});

test("by chance alone: the mean of the plain error of perfect scores", () => {
  startStream(stream, streamKey(20261121, "ece"), 7, 7);
  let [plain, byChance] = [0, 0];
  for (let k = 0; k < 300; k++) {
    const error = expectedCalibrationError(sample(150, 0));
    plain += error.expected! / 300;
    byChance += error.byChance! / 300;
  }
  expect(Math.abs(byChance / plain - 1)).toBeLessThan(0.05);
});

test("the interval holds the plain value, and covers a true error of 0.1 in 91 to 98 % of samples", () => {
  startStream(stream, streamKey(20261121, "ece"), 8, 8);
  let covered = 0;
  for (let k = 0; k < 400; k++) {
    const histogram = sample(600, 0.1);
    const measured = expectedCalibrationErrorMeasured(histogram, 1.96);
    if (measured.estimate === null) throw new Error("undefined");
    expect(measured.low).toBeLessThanOrEqual(measured.estimate);
    expect(measured.high).toBeGreaterThanOrEqual(measured.estimate);
    if (measured.low <= 0.1 && 0.1 <= measured.high) covered++;
  }
  expect(covered / 400).toBeGreaterThan(0.91);
  expect(covered / 400).toBeLessThan(0.985);
});

test("without rows there is no error", () => {
  const none = new Float64Array(0);
  const empty = { edge: none, score: none, positive: none, negative: none, n: [0, 0], weightSquares: [0, 0] } as const;
  expect(expectedCalibrationError(empty).expected).toBeNull();
  expect(expectedCalibrationErrorMeasured(empty, 1.96)).toEqual({ estimate: null, reason: "no-scores" });
});

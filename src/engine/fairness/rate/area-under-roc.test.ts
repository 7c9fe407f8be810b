import { expect, test } from "vitest";
import { drawNormal } from "../../stats/draw-normal.ts";
import { normalCdf } from "../../stats/normal-cdf.ts";
import { startStream, streamKey } from "../../stats/stream-key.ts";
import { areaUnderRoc, crossAreaUnderRoc } from "./area-under-roc.ts";
import type { ScoreHistogram } from "./score-histogram.ts";

function histogramOf(positives: readonly number[], negatives: readonly number[]): ScoreHistogram {
  const edge = [...new Set([...positives, ...negatives])].sort((a, b) => a - b);
  const count = (scores: readonly number[]) => {
    const place = new Map(edge.map((score, k) => [score, k]));
    const counts = new Float64Array(edge.length);
    for (const score of scores) counts[place.get(score)!]!++;
    return counts;
  };
  const n = [positives.length, negatives.length] as const;
  const score = Float64Array.from(edge);
  return { edge: score, score, positive: count(positives), negative: count(negatives), n, weightSquares: n };
}

test("known groups: AUC, and the scores of one against the other", () => {
  const a = histogramOf([0.9, 0.8], [0.7, 0.3]);
  const b = histogramOf([0.6, 0.4], [0.5, 0.2]);
  expect(areaUnderRoc(a, 1.96).estimate).toBe(1);
  expect(areaUnderRoc(b, 1.96).estimate).toBe(0.75);
  expect(crossAreaUnderRoc(a, b)).toBe(1);
  expect(crossAreaUnderRoc(b, a)).toBe(0.5);
});

test("a constant score is worth one half, a mixed block of ties at the top counts half", () => {
  expect(areaUnderRoc(histogramOf([0.5, 0.5], [0.5]), 1.96).estimate).toBe(0.5);
  expect(areaUnderRoc(histogramOf([0.9, 0.9, 0.1], [0.9, 0.1]), 1.96).estimate).toBeCloseTo(7 / 12, 12);
});

test("one class missing, nothing at all, and the widest interval where order is perfect", () => {
  expect(areaUnderRoc(histogramOf([], [0.5]), 1.96)).toEqual({ estimate: null, reason: "no-positives" });
  expect(areaUnderRoc(histogramOf([0.5], []), 1.96)).toEqual({ estimate: null, reason: "no-negatives" });
  expect(areaUnderRoc(histogramOf([], []), 1.96)).toEqual({ estimate: null, reason: "no-scores" });
  const perfect = areaUnderRoc(histogramOf([0.9, 0.8], [0.7, 0.3, 0.2]), 1.96);
  expect(perfect).toMatchObject({ estimate: 1, high: 1, method: "clopper-pearson" });
  expect(perfect.estimate !== null && perfect.low).toBeLessThan(0.2);
});

test("of 12 positives and 60 negatives the interval covers the true area in 92 to 98 % of samples", () => {
  const stream = new Int32Array(4);
  startStream(stream, streamKey(20261121, "auc"), 0, 0);
  const truth = normalCdf(1 / Math.SQRT2);
  let covered = 0;
  const trials = 800;
  for (let trial = 0; trial < trials; trial++) {
    const draw = (n: number, mean: number) => Array.from({ length: n }, () => drawNormal(stream) + mean);
    const measured = areaUnderRoc(histogramOf(draw(12, 1), draw(60, 0)), 1.959964);
    if (measured.estimate !== null && measured.low <= truth && truth <= measured.high) covered++;
  }
  expect(covered / trials).toBeGreaterThan(0.92);
  expect(covered / trials).toBeLessThan(0.98);
});

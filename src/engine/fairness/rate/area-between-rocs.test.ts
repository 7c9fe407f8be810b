import { expect, test } from "vitest";
import { decisionsCube } from "../../../../test/oracle/fairness/decisions.ts";
import peers from "../../../../test/oracle/fairness/peers.json" with { type: "json" };
import { areaBetweenRocs } from "./area-between-rocs.ts";
import { type ScoreHistogram, scoreHistograms } from "./score-histogram.ts";

const histogram = (positive: number[], negative: number[]): ScoreHistogram => ({
  edge: Float64Array.from(positive, (_, k) => k),
  score: Float64Array.from(positive, (_, k) => k),
  positive: Float64Array.from(positive),
  negative: Float64Array.from(negative),
  n: [0, 0],
  weightSquares: [0, 0],
});

test("where one curve lies above the other it is the difference of the areas", () => {
  // Areas 1 and ¾ of methods/fairness.md's example: scores (.9, .8 | .7, .3) and (.6, .4 | .5, .2).
  const a = histogram([0, 0, 1, 1], [1, 1, 0, 0]);
  const b = histogram([0, 1, 0, 1], [1, 0, 1, 0]);
  expect(areaBetweenRocs(a, b)).toBeCloseTo(0.25, 14);
  expect(areaBetweenRocs(b, a)).toBeCloseTo(0.25, 14);
  expect(areaBetweenRocs(a, a)).toBe(0);
});

test("where they cross it is not: straight stretches from ties too", () => {
  const steep = histogram([1, 0, 1], [0, 2, 0]);
  const diagonal = histogram([2], [2]);
  // One curve runs at ½, the other from 0 to 1: two triangles of ½ × ½ ÷ 2.
  expect(areaBetweenRocs(steep, diagonal)).toBeCloseTo(0.25, 14);
});

test("at least the difference of the areas, on made-up decisions", () => {
  const { groups, histograms } = scoreHistograms(decisionsCube(), ["sex"]);
  const [female, male] = ["female", "male"].map((sex) => histograms[groups.findIndex((group) => group.sex === sex)]!);
  const area = areaBetweenRocs(female!, male!);
  const difference = Math.abs(peers.calibration["sex female"].auc - peers.calibration["sex male"].auc);
  expect(area).toBeGreaterThanOrEqual(difference - 1e-12);
  expect(area).toBeLessThan(difference + 0.1);
});

test("without negatives there is no curve", () => {
  expect(areaBetweenRocs(histogram([1], [0]), histogram([1], [1]))).toBeNaN();
});

import { expect, test } from "vitest";
import { classes, cubeOf } from "../../../../test/oracle/fairness/arbitrary-decisions.ts";
import { binScores } from "../cube/bin-scores.ts";
import { scoreHistograms } from "./score-histogram.ts";

const cube = cubeOf({ ...classes, weights: "given" }, [
  { values: { sex: "f" }, label: "1", score: 0.7, weight: 2 },
  { values: { sex: "f" }, label: "0", score: 0.7, weight: 3 },
  { values: { sex: "m" }, label: "0", score: 0.7004, weight: 5 },
  { values: { sex: "m" }, label: "1", score: 0.1, weight: 1 },
  { values: { sex: "m" }, label: null, score: 0.1, weight: 9 },
  { values: { sex: "m" }, label: "1", score: null, weight: 9 },
]);

test("labelled and scored rows of each group and of all, ascending", () => {
  const { groups, histograms } = scoreHistograms(cube, ["sex"]);
  expect(groups).toEqual([{ sex: "f" }, { sex: "m" }]);
  expect(histograms[1]).toEqual({
    edge: Float64Array.of(0.1, 0.7004),
    score: Float64Array.of(0.1, 0.7004),
    positive: Float64Array.of(1, 0),
    negative: Float64Array.of(0, 5),
    n: [1, 1],
    weightSquares: [1, 25],
  });
  expect([...histograms[2]!.edge]).toEqual([0.1, 0.7, 0.7004]);
});

test("bins have their lower edge and the mean of their scores", () => {
  const all = scoreHistograms(binScores(cube), ["sex"]).histograms[2]!;
  expect([...all.edge]).toEqual([0.1, 0.7]);
  expect(all.score[1]).toBeCloseTo((0.7 * 5 + 0.7004 * 5) / 10, 12);
});

test("without scores there is nothing", () => {
  const bare = cubeOf({ ...classes, scores: "none" }, [{ values: { sex: "f" }, label: "1" }]);
  expect(scoreHistograms(bare, ["sex"]).histograms.map(({ edge }) => edge.length)).toEqual([0, 0]);
});

import { expect, test } from "vitest";
import { classes, cubeOf } from "../../../../test/oracle/fairness/arbitrary-decisions.ts";
import { binScores } from "./bin-scores.ts";
import { cellSums } from "./cell-sums.ts";
import { rollUp } from "./roll-up.ts";

test("a sum is the same from exact scores, from bins and after the score has left", () => {
  const cube = cubeOf({ ...classes, weights: "given" }, [
    { values: { sex: "a" }, label: "1", score: 0.2, weight: 2 },
    { values: { sex: "a" }, label: "0", score: 0.2, weight: 3 },
    { values: { sex: "a" }, label: null, score: 0.9, weight: 1 },
    { values: { sex: "a" }, label: "1", score: null, weight: 5 },
  ]);
  const expected = {
    weight: 11,
    weightSquares: 39,
    score: 0.2 * 5 + 0.9,
    scoreSquares: 0.04 * 5 + 0.81,
    error: 0.8 * 2 - 0.2 * 3,
    errorSquares: 0.64 * 2 + 0.04 * 3,
    absoluteError: 0.8 * 2 + 0.2 * 3,
    logLoss: -2 * Math.log(0.2) - 3 * Math.log(0.8),
  };
  for (const [sum, value] of Object.entries(expected)) {
    for (const version of [cube, binScores(cube), rollUp(cube, ["sex", "label"]), rollUp(cube, [])]) {
      const total = cellSums(version, sum as keyof typeof expected).reduce((x, y) => x + y, 0);
      expect(total, sum).toBeCloseTo(value, 12);
    }
  }
});

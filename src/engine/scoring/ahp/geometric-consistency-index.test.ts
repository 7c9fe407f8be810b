import { expect, test } from "vitest";
import { comparisonMatrix } from "./comparison-matrix.ts";
import { geometricConsistencyIndex } from "./geometric-consistency-index.ts";
import { geometricMeanWeights } from "./geometric-mean-weights.ts";

test("three items: the square of the one contradiction, over three", () => {
  const matrix = comparisonMatrix(
    ["a", "b", "c"],
    [
      { left: "a", right: "b", ratio: 2 },
      { left: "b", right: "c", ratio: 3 },
      { left: "a", right: "c", ratio: 1 },
    ],
  );
  // Each pair departs from the weights by a third of ln 6, so 2 ÷ 2 · 3 · (ln 6 ÷ 3)².
  expect(geometricConsistencyIndex(matrix, geometricMeanWeights(matrix))).toBeCloseTo(Math.log(6) ** 2 / 3, 12);
});

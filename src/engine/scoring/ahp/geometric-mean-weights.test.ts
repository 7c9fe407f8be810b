import { expect, test } from "vitest";
import { comparisonMatrix } from "./comparison-matrix.ts";
import { geometricMeanWeights } from "./geometric-mean-weights.ts";

test("of three items they are the principal eigenvector", () => {
  const weights = geometricMeanWeights(
    comparisonMatrix(
      ["a", "b", "c"],
      [
        { left: "a", right: "b", ratio: 1 / 4 },
        { left: "a", right: "c", ratio: 4 },
        { left: "b", right: "c", ratio: 9 },
      ],
    ),
  );
  expect(weights.map((weight) => Number(weight.toFixed(6)))).toEqual([0.217166, 0.717065, 0.065769]);
});

import { expect, test } from "vitest";
import { comparisonMatrix } from "./comparison-matrix.ts";
import { principalEigenvector } from "./principal-eigenvector.ts";

test("three items have the closed form 1 + q + 1/q", () => {
  const matrix = comparisonMatrix(
    ["a", "b", "c"],
    [
      { left: "a", right: "b", ratio: 1 / 4 },
      { left: "a", right: "c", ratio: 4 },
      { left: "b", right: "c", ratio: 9 },
    ],
  );
  const q = Math.cbrt(4 / ((1 / 4) * 9));
  expect(principalEigenvector(matrix).lambda).toBeCloseTo(1 + q + 1 / q, 12);
});

test("ratios of a million and back are solved", () => {
  const { lambda, weights } = principalEigenvector(
    comparisonMatrix(
      ["a", "b", "c"],
      [
        { left: "a", right: "b", ratio: 1e6 },
        { left: "b", right: "c", ratio: 1e6 },
        { left: "a", right: "c", ratio: 1 },
      ],
    ),
  );
  const q = Math.cbrt(1 / 1e12);
  expect(lambda / (1 + q + 1 / q)).toBeCloseTo(1, 12);
  expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 14);
});

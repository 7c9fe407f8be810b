import { expect, test } from "vitest";
import { comparisonMatrix } from "./comparison-matrix.ts";
import { harkerMatrix } from "./harker-matrix.ts";

test("what a row misses goes to its diagonal", () => {
  const chain = comparisonMatrix(
    ["a", "b", "c"],
    [
      { left: "a", right: "b", ratio: 2 },
      { left: "b", right: "c", ratio: 3 },
    ],
  );
  expect(harkerMatrix(chain)).toEqual([
    [2, 2, 0],
    [0.5, 1, 3],
    [0, 1 / 3, 2],
  ]);
});

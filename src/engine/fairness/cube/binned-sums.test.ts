import { expect, test } from "vitest";
import { classes, cubeOf } from "../../../../test/oracle/fairness/arbitrary-decisions.ts";
import { binnedSums } from "./binned-sums.ts";
import { cellSums } from "./cell-sums.ts";
import { SUM_NAMES } from "./decision-cube.ts";
import { sumsAt } from "./exact-sums.ts";

const scores = [0, 1, 1 / 3, 0.1, 0.999, 5e-324, 1 - 2 ** -53, null];

test("within half a unit for each row of the sums of exact scores", () => {
  const rows = scores.flatMap((score) =>
    ["0", "1", null].flatMap((label) => Array.from({ length: 7 }, () => ({ values: { sex: "a" }, label, score }))),
  );
  const cube = cubeOf({ ...classes, attributes: ["sex"], controls: [] }, rows);
  const sums = binnedSums(cube);
  const compared = SUM_NAMES.filter((name) => sums[name]);
  expect(compared).toEqual(["score", "scoreSquares", "error", "errorSquares", "absoluteError", "logLoss"]);
  for (const name of compared) {
    const plain = cellSums(cube, name);
    const most = name === "errorSquares" ? 1.5 : 0.5;
    for (const [cell, sum] of plain.entries()) {
      const off = Math.abs(sumsAt(sums[name]!, cell) - sum);
      expect(off, `${name} ${cell}`).toBeLessThanOrEqual(most * 2 ** -32 * cube.n[cell]! + 1e-14);
    }
  }
});

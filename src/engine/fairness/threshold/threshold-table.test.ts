import { expect, test } from "vitest";
import { classes, cubeOf } from "../../../../test/oracle/fairness/arbitrary-decisions.ts";
import { decisionsCube } from "../../../../test/oracle/fairness/decisions.ts";
import { binScores } from "../cube/bin-scores.ts";
import { outcomeTable } from "../rate/outcome-table.ts";
import { outcomesAt, thresholdTable } from "./threshold-table.ts";

const cubes = {
  weighted: decisionsCube({ weights: "given" }),
  plain: decisionsCube(),
  binned: binScores(decisionsCube(), 25),
  patchy: cubeOf(
    classes,
    Array.from({ length: 60 }, (_, k) => ({
      values: { sex: k % 3 === 0 ? null : "f", race: k % 2 === 0 ? "a" : "b", dept: "x", month: "2026-01" },
      label: k % 5 === 0 ? null : String(k % 2),
      score: k % 7 === 0 ? null : ((k * 13) % 20) / 20,
    })),
  ),
};

test.each(Object.entries(cubes))("%s: at every threshold the table that the cube gives", (_, cube) => {
  const table = thresholdTable(cube, ["sex", "race"]);
  for (const at of [0, 0.1, 0.35, 0.351, 0.5, 0.99, 1]) {
    const counted = outcomeTable(cube, ["sex", "race"], { kind: "threshold", at });
    const frame = outcomesAt(
      table,
      table.groups.map(() => at),
    );
    expect(frame.groups).toEqual(counted.groups);
    for (const part of ["n", "weight", "weightSquares"] as const)
      for (const [k, value] of counted[part].entries()) expect(frame[part][k]).toBeCloseTo(value, 9);
  }
});

test("each group may have its own threshold, and one that nobody reaches", () => {
  const table = thresholdTable(cubes.plain, ["sex"]);
  const own = outcomesAt(table, [0.3, Infinity]);
  const common = outcomeTable(cubes.plain, ["sex"], { kind: "threshold", at: 0.3 });
  expect([...own.n.subarray(0, 9)]).toEqual([...common.n.subarray(0, 9)]);
  expect(own.n[9]! + own.n[12]!).toBe(0);
  expect(own.n[18]).toBe(own.n[0]);
});

test("without scores there is no threshold", () => {
  expect(() => thresholdTable(cubeOf({ ...classes, scores: "none" }, []), [])).toThrow("thresholds without scores");
});

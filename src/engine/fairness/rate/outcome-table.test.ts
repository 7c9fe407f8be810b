import { expect, test } from "vitest";
import { classes, cubeOf } from "../../../../test/oracle/fairness/arbitrary-decisions.ts";
import { outcomeTable } from "./outcome-table.ts";

const rows = [
  { values: { sex: "f" }, label: "1", decision: "1", score: 0.5, weight: 2 },
  { values: { sex: "f" }, label: "1", decision: "0", score: 0.499, weight: 3 },
  { values: { sex: "m" }, label: null, decision: "1", score: 0.9, weight: 1 },
  { values: { sex: "m" }, label: "2", decision: null, score: null, weight: 1 },
];
const cube = cubeOf({ ...classes, weights: "given" }, rows);

test("every row is counted once in its group and once in all, whatever is not known of it", () => {
  const table = outcomeTable(cube, ["sex"], { kind: "decision", favourable: "1" });
  expect([...table.n]).toEqual([
    1,
    1,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    ...[0, 0, 0, 0, 0, 1, 1, 0, 0],
    ...[1, 1, 0, 0, 0, 1, 1, 0, 0],
  ]);
  expect([...table.weight.subarray(0, 2), ...table.weightSquares.subarray(0, 2)]).toEqual([2, 3, 4, 9]);
});

test("a score that reaches the threshold is favourable; another class may be the positive one", () => {
  const table = outcomeTable(cube, [], { kind: "threshold", at: 0.5 }, "2");
  expect([...table.n.subarray(0, 9)]).toEqual([0, 0, 1, 1, 1, 0, 1, 0, 0]);
});

test("some cells alone, and a threshold without scores", () => {
  const table = outcomeTable(cube, [], { kind: "decision", favourable: "1" }, "1", () => false);
  expect(table.n.every((n) => n === 0)).toBe(true);
  const bare = cubeOf({ ...classes, scores: "none" }, rows);
  expect(() => outcomeTable(bare, [], { kind: "threshold", at: 0.5 })).toThrow("threshold without scores: 0.5");
});

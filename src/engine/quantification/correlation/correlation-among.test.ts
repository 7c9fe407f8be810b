import { expect, test } from "vitest";
import { correlationAmong } from "./correlation-among.ts";
import { correlationMatrix } from "./correlation-matrix.ts";

const matrix = [
  [1, 0.5, 0.2],
  [0.5, 1, -0.3],
  [0.2, -0.3, 1],
];
const whole = { kind: "spearman", ids: ["r", "s", "t"], matrix } as const;

test("a part of a matrix has the rows and columns of the part, whatever else is asked for", () => {
  expect(correlationAmong(whole, new Set(["t", "r", "x"]))).toEqual({
    kind: "spearman",
    ids: ["r", "t"],
    matrix: [
      [1, 0.2],
      [0.2, 1],
    ],
  });
});

test("a part keeps the correlations of the whole", () => {
  const part = correlationAmong(whole, new Set(["s", "t"]))!;
  const all = correlationMatrix(whole, ["r", "s", "t"]);
  expect(correlationMatrix(part, ["s", "t"]).rows[0]![1]).toBe(all.rows[1]![2]);
});

test("one alone depends on nothing", () => {
  const pairs = { kind: "kendall", between: [{ a: "r", b: "s", value: 0.5 }] } as const;
  expect(correlationAmong(whole, new Set(["t"]))).toBeUndefined();
  expect(correlationAmong(pairs, new Set(["r", "t"]))).toBeUndefined();
  expect(correlationAmong(pairs, new Set(["r", "s", "t"]))).toEqual(pairs);
});

import { expect, test } from "vitest";
import { comparisonMatrix } from "./comparison-matrix.ts";

const items = ["a", "b", "c"];

test.each([
  [[], [], /no items/],
  [["a", "a"], [], /item a twice/],
  [items, [{ left: "a", right: "x", ratio: 2 }], /item x not among the items/],
  [items, [{ left: "a", right: "a", ratio: 2 }], /a judged against itself/],
  [items, [{ left: "a", right: "b", ratio: 0 }], /ratio of a to b not positive: 0/],
  [items, [{ left: "a", right: "b", ratio: -3 }], /not positive: -3/],
  [items, [{ left: "a", right: "b", ratio: Number.NaN }], /not positive: NaN/],
  [items, [{ left: "a", right: "b", ratio: 5e-324 }], /not positive: 5e-324/],
  [
    items,
    [
      { left: "a", right: "b", ratio: 2 },
      { left: "b", right: "a", ratio: 2 },
    ],
    /b judged against a twice, as 0.5 and as 2/,
  ],
  [items, [{ left: "a", right: "b", ratio: 2 }], /no chain of judgements from a to c/],
] as const)("refuses %j with %j", (names, judgements, message) => {
  expect(() => comparisonMatrix(names, judgements)).toThrow(message);
});

test("the same judgement from the other side is no contradiction", () => {
  const matrix = comparisonMatrix(
    ["a", "b"],
    [
      { left: "a", right: "b", ratio: 3 },
      { left: "b", right: "a", ratio: 1 / 3 },
    ],
  );
  expect(matrix.ratios[0]![1]! * matrix.ratios[1]![0]!).toBeCloseTo(1, 15);
});

import { expect, test } from "vitest";
import { comparisonMatrix } from "./comparison-matrix.ts";
import { incompleteRandomIndex } from "./incomplete-random-index.ts";

const items = ["a", "b", "c", "d"];
const pairs = [
  ["a", "b"],
  ["b", "c"],
  ["c", "d"],
  ["a", "d"],
  ["a", "c"],
  ["b", "d"],
] as const;
const indexOf = (count: number) =>
  incompleteRandomIndex(
    comparisonMatrix(
      items,
      pairs.slice(0, count).map(([left, right]) => ({ left, right, ratio: 3 })),
    ),
    1,
  ).value;

test("fewer judgements leave less room for contradiction, a tree none", () => {
  const [tree, four, five, six] = [3, 4, 5, 6].map(indexOf) as [number, number, number, number];
  expect(tree).toBe(0);
  expect(four).toBeGreaterThan(0.1);
  expect(five).toBeGreaterThan(four);
  expect(six).toBeGreaterThan(five);
  // Ágoston and Csató 2022: about (1 − 2m ÷ ((n − 1)(n − 2))) of the complete index, m missing.
  expect(five / 0.8815).toBeCloseTo(2 / 3, 0.5);
});

test("the ratios themselves do not matter, only which pairs are known", () => {
  const chain = (ratio: number) =>
    comparisonMatrix(items, [...pairs.slice(0, 4).map(([left, right]) => ({ left, right, ratio }))]);
  expect(incompleteRandomIndex(chain(9), 5)).toEqual(incompleteRandomIndex(chain(1), 5));
});

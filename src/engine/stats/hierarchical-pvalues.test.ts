import { expect, test } from "vitest";
import { hierarchicalPValues } from "./hierarchical-pvalues.ts";

test("a child is never more certain than its parent, and siblings share", () => {
  const tests = [
    { pValue: 0.02, parent: null },
    { pValue: 0.001, parent: 0 },
    { pValue: 0.03, parent: 0 },
    { pValue: 0.0001, parent: 2 },
  ];
  expect(hierarchicalPValues(tests)).toEqual([0.02, 0.02, 0.03, 0.03]);
});

test("below a test that could not be made nothing is known", () => {
  const tests = [
    { pValue: Number.NaN, parent: null },
    { pValue: 0.001, parent: 0 },
    { pValue: 0.001, parent: null },
  ];
  expect(hierarchicalPValues(tests)).toEqual([Number.NaN, Number.NaN, 0.001]);
});

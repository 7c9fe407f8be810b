import { expect, test } from "vitest";
import { membersOfSet, setsBySize } from "./sets-by-size.ts";

test.each([0, 1, 5, 10])("all sets of %d candidates once, the smaller first", (candidates) => {
  const sets = [...setsBySize(candidates)];
  expect(sets).toHaveLength(2 ** candidates);
  expect(new Set(sets).size).toBe(2 ** candidates);
  expect(Math.max(...sets)).toBe(2 ** candidates - 1);
  const sizes = sets.map((set) => membersOfSet(set).length);
  expect(sizes).toEqual([...sizes].sort((a, b) => a - b));
});

test("members add up to their set", () => {
  for (const set of [0, 1, 6, 2 ** 19 + 8, 2 ** 40 + 1]) {
    expect(membersOfSet(set).reduce((sum, k) => sum + 2 ** k, 0)).toBe(set);
  }
});

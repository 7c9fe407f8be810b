import { expect, test } from "vitest";
import { levelsFromBounds } from "./levels-from-bounds.ts";

test("each level ends where the next begins, whatever top it states", () => {
  const levels = levelsFromBounds([
    { name: "a", from: 0 },
    { name: "b", from: 2, to: 99 },
    { name: "c", from: 10, to: 40 },
  ]);
  expect(levels).toEqual([
    { name: "a", from: 0, to: 2 },
    { name: "b", from: 2, to: 10 },
    { name: "c", from: 10, to: 40 },
  ]);
});

test("a last level without a top repeats the step that led to it, or triples after a zero", () => {
  const top = (froms: number[]) => levelsFromBounds(froms.map((from) => ({ name: "x", from }))).at(-1)!.to;
  expect(top([0, 0.5, 2])).toBe(8);
  expect(top([0, 4])).toBe(12);
  expect(top([1, 4])).toBe(16);
});

import { expect, test } from "vitest";
import { defaultScale } from "./default-scale.ts";
import { defaultScoreLine } from "./default-score-line.ts";

const sized = (levels: number, score: "product" | "sum") => {
  const axis = Array.from({ length: levels }, (_, i) => ({ name: `n${i}`, from: i, to: i + 1 }));
  const { appetite, tolerance } = defaultScoreLine({ ...defaultScale, likelihood: axis, impact: axis, score });
  return [appetite, tolerance];
};

test("is 12 and 20 of 25, and its share of other highest scores, rounded up", () => {
  expect(sized(5, "product")).toEqual([12, 20]);
  expect(sized(3, "product")).toEqual([5, 8]);
  expect(sized(10, "product")).toEqual([48, 80]);
  expect(sized(5, "sum")).toEqual([7, 9]);
  expect(sized(4, "sum")).toEqual([6, 8]);
});

import { expect, test } from "vitest";
import { ratingBounds } from "../engine/scoring/fmea/rating-bounds.ts";
import { detectionCriteria, occurrenceCriteria, severityCriteria } from "./fmea-criteria.ts";

test.each([severityCriteria, occurrenceCriteria, detectionCriteria])(
  "every rating has its words, worst first",
  (...list) => {
    expect(list.map(({ rating }) => rating)).toEqual([10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
    expect(new Set(list.map(({ criterion }) => criterion)).size).toBe(10);
  },
);

test("the words of occurrence and detection say the engine's bounds", () => {
  for (const { rating, criterion } of occurrenceCriteria.slice(0, -1)) {
    const one = /1 in (a million|[\d,]+)/.exec(criterion)![1]!;
    const of = one === "a million" ? 1e6 : Number(one.replaceAll(",", ""));
    expect(1 / of).toBeCloseTo(ratingBounds.occurrence[rating - 2]!, 12);
  }
  for (const { rating, criterion } of detectionCriteria.slice(0, -1))
    expect(Number(/(\d+) %/.exec(criterion)![1]) / 100).toBeCloseTo(ratingBounds.missed[rating - 2]!, 12);
});

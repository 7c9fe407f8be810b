import { expect, test } from "vitest";
import { measuredRating } from "./measured-rating.ts";
import { rateMode } from "./rated-mode.ts";
import { ratingBounds } from "./rating-bounds.ts";

const ratings = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

test("risk priority numbers: 120 of a thousand values, mean 166.4", () => {
  const all = ratings.flatMap((s) => ratings.flatMap((o) => ratings.map((d) => rateMode(s, o, d).rpn)));
  expect(new Set(all).size).toBe(120);
  expect(all.reduce((sum, rpn) => sum + rpn, 0) / 1000).toBeCloseTo(166.375, 9);
  expect(all.filter((rpn) => rpn === 120)).toHaveLength(24);
});

test("judged ratings are certain of their priority; counted ones share it out", () => {
  expect(rateMode(8, 5, 3)).toMatchObject({
    criticality: 40,
    actionPriority: "medium",
    probabilities: { high: 0, medium: 1, low: 0 },
  });
  const few = rateMode(9, measuredRating({ events: 1, of: 1500 }, ratingBounds.occurrence), 3);
  expect(few).toMatchObject({ occurrence: 5, actionPriority: "high" });
  expect(few.probabilities.high).toBeGreaterThan(0.8);
  expect(few.probabilities.high).toBeLessThan(0.99);
  const { high, medium, low } = few.probabilities;
  expect(high + medium + low).toBeCloseTo(1, 12);
});

test("refuses a rating out of its range", () => {
  expect(() => rateMode(8, 0, 3)).toThrow("occurrence not a whole number from 1 to 10: 0");
});

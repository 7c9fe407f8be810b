import { expect, test } from "vitest";
import { defaultScale } from "./default-scale.ts";
import { place } from "./place.ts";

test("the score is the product or the sum of the levels, the band comes from the grid", () => {
  expect(place(defaultScale, { likelihood: 3, impact: 4 })).toEqual({
    likelihood: 3,
    impact: 4,
    score: 12,
    band: "high",
  });
  expect(place({ ...defaultScale, score: "sum" }, { likelihood: 3, impact: 4 }).score).toBe(7);
});

test("equal products can be of different bands", () => {
  const product4 = [
    place(defaultScale, { likelihood: 1, impact: 4 }),
    place(defaultScale, { likelihood: 2, impact: 2 }),
  ];
  expect(product4.map(({ score, band }) => [score, band])).toEqual([
    [4, "medium"],
    [4, "low"],
  ]);
});

test("levels off the scale are held at its ends", () => {
  expect(place(defaultScale, { likelihood: 9, impact: 0 })).toMatchObject({ likelihood: 5, impact: 1 });
});

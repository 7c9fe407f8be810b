import { expect, test } from "vitest";
import { moverDifference, moverMean, moverRatio } from "./mover-interval.ts";

const a = { estimate: 0.5, low: 0.3, high: 0.6 };
const b = { estimate: 0.2, low: 0.1, high: 0.35 };

test("exchanging the estimates mirrors the interval", () => {
  const [low, high] = moverDifference(a, b);
  expect(moverDifference(b, a)).toEqual([-high, -low]);
  expect(moverRatio(b, a).map((end) => 1 / end)[1]).toBeCloseTo(moverRatio(a, b)[0], 12);
});

test("of symmetric intervals, ends are the root of the sum of squares", () => {
  const [low, high] = moverDifference({ estimate: 1, low: 0.7, high: 1.3 }, { estimate: 0, low: -0.4, high: 0.4 });
  expect([low, high]).toEqual([0.5, 1.5]);
  expect(moverMean({ estimate: 1, low: 0.7, high: 1.3 }, { estimate: 0, low: -0.4, high: 0.4 })).toEqual([0.25, 0.75]);
});

test("a ratio with an end at zero reaches as far as it can", () => {
  expect(moverRatio(a, { ...b, low: 0 })[1]).toBe(Infinity);
  expect(moverRatio({ ...a, low: 0 }, b)[0]).toBe(0);
});

import { describe, expect, test } from "vitest";
import { lossAt, probabilityAt, yearsIn } from "./loss-curve.ts";

// A curve whose probability falls as 100 ÷ loss beyond 125: straight on logarithmic axes, so that reading between points is exact.
const losses = [125, 200, 400, 1000, 4000, 20_000];
const exceedance = [{ loss: 0, probability: 0.8 }, ...losses.map((loss) => ({ loss, probability: 100 / loss }))];
const curve = { exceedance, valueAtRisk: { "0.5": 200, "0.9": 1000, "0.95": 2000, "0.99": 10_000 } };

describe("lossAt", () => {
  test("takes the engine's quantile where there is one", () => {
    expect(lossAt({ ...curve, valueAtRisk: { ...curve.valueAtRisk, "0.95": 1999 } }, 0.05)).toBe(1999);
  });

  test("reads between the points of the curve", () => {
    expect(lossAt(curve, 0.2)).toBeCloseTo(500, 9);
    expect(lossAt(curve, 0.02)).toBeCloseTo(5000, 9);
  });

  test("is nothing in the years without a loss, and unknown beyond the curve's end", () => {
    expect(lossAt(curve, 0.9)).toBe(0);
    expect(lossAt(curve, 0.8)).toBe(0);
    expect(lossAt(curve, 0.001)).toBeNull();
  });
});

describe("probabilityAt", () => {
  test("is the inverse of lossAt", () => {
    for (const probability of [0.02, 0.03, 0.2, 0.4])
      expect(probabilityAt(curve, lossAt(curve, probability)!)).toBeCloseTo(probability, 12);
  });

  test("holds the ends", () => {
    expect(probabilityAt(curve, 0)).toBe(0.8);
    expect(probabilityAt(curve, 20_000)).toBe(0.005);
    expect(probabilityAt(curve, 20_001)).toBeNull();
  });
});

test.each([
  [1, "every year"],
  [0.97, "99 years in 100"],
  [0.95, "19 years in 20"],
  [0.9, "9 years in 10"],
  [0.75, "3 years in 4"],
  [0.62, "6 years in 10"],
  [0.5, "1 year in 2"],
  [0.3, "1 year in 3.3"],
  [0.05, "1 year in 20"],
  [0.00031, "1 year in 3,226"],
  [0, "in no year"],
])("%f is %s", (probability, words) => {
  expect(yearsIn(probability)).toBe(words);
});

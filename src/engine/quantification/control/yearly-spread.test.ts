import { expect, test } from "vitest";
import { shareAbove } from "./share-above.ts";
import { yearlySpread } from "./yearly-spread.ts";

test("of 1 to 100 the spread is that of the numbers", () => {
  const years = Float64Array.from({ length: 100 }, (_, k) => k + 1);
  const { standardDeviation, quantiles } = yearlySpread(years);
  expect(standardDeviation).toBeCloseTo(Math.sqrt((100 * 101) / 12), 9);
  expect(Object.values(quantiles)).toEqual([5, 25, 50, 75, 95]);
});

test("one year has no spread", () => {
  expect(yearlySpread(Float64Array.of(7))).toEqual({
    standardDeviation: 0,
    quantiles: { "0.05": 7, "0.25": 7, "0.5": 7, "0.75": 7, "0.95": 7 },
  });
});

test("a year at the amount is not above it", () => {
  const years = Float64Array.of(-1, 0, 5, 5, 9);
  expect([-2, -1, 0, 5, 9].map((amount) => shareAbove(years, amount).estimate)).toEqual([
    1,
    0.8,
    expect.closeTo(0.6, 12),
    expect.closeTo(0.2, 12),
    0,
  ]);
  expect(shareAbove(years, 5).standardError).toBeCloseTo(Math.sqrt((0.2 * 0.8) / 5), 12);
});

import { expect, test } from "vitest";
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

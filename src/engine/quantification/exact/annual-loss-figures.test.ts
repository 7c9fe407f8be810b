import { expect, test } from "vitest";
import { annualLossFigures } from "./annual-loss-figures.ts";

/** Nothing in 95.5 % of years, 100 in 4 %, 300 in half a percent. */
const masses = Float64Array.of(0.955, 0.04, 0, 0.005);
const year = { offset: 0, step: 100, masses };
const moments = { mean: 5.5, variance: 0.04 * 1e4 + 0.005 * 9e4 - 5.5 ** 2, none: 0.955 };

test("steps: quantiles are losses of the year, shortfall shares the atom at the quantile", () => {
  const figures = annualLossFigures({ fine: year, coarse: year, reading: "steps", bracket: undefined }, moments);
  expect(figures.valueAtRisk).toEqual({ "0.5": 0, "0.9": 0, "0.95": 0, "0.99": 100 });
  // The worst 5 %: all that is lost, 5.5, and half a percent of years without loss.
  expect(figures.expectedShortfall["0.95"]).toBeCloseTo(5.5 / 0.05, 10);
  expect(figures.expectedShortfall["0.99"]).toBeCloseTo((0.005 * 300 + 0.005 * 100) / 0.01, 10);
  expect(figures.exceedance.map(({ loss }) => loss)).toEqual([0, 100, 300]);
  expect(figures.exceedance[1]!.probability).toBeCloseTo(0.005, 12);
});

test("the error is the change to the coarse year, to either side; a bracket is its two years", () => {
  const shifted = { ...year, step: 110 };
  const estimated = annualLossFigures({ fine: year, coarse: shifted, reading: "steps", bracket: undefined }, moments);
  expect(estimated.error.valueAtRisk["0.99"]).toEqual({ low: 90, high: 110, kind: "estimate" });
  const bracket = { down: { ...year, step: 90 }, up: { ...year, step: 105 } };
  const bracketed = annualLossFigures({ fine: year, coarse: year, reading: "steps", bracket }, moments);
  expect(bracketed.error.valueAtRisk["0.99"]).toEqual({ low: 90, high: 105, kind: "bracket" });
  const shortfall = bracketed.error.expectedShortfall["0.99"] as { low: number; high: number };
  expect(shortfall.low).toBeCloseTo(180, 9);
  expect(shortfall.high).toBeCloseTo(210, 9);
  expect(bracketed.error.expectedAnnualLoss).toEqual({ low: 5.5, high: 5.5, kind: "bracket" });
});

import { describe, expect, test } from "vitest";
import { lognormal } from "../../stats/lognormal.ts";
import type { Scenario } from "../scenario.ts";
import { exactAnnualLoss } from "./exact-annual-loss.ts";
import { exactOccurrence } from "./exact-occurrence.ts";
import { exactReturnPeriods } from "./exact-return-periods.ts";

const YEARS = [2, 5, 10, 20, 50, 100, 200, 250, 500, 1000];
const scenario = (frequency: number, low: number, high: number): Scenario => ({
  id: "a",
  system: "s",
  frequency,
  loss: { primary: { low, high } },
  controls: [],
});

test.each([
  [1, 1e5, 1e6, { 2: 241603, 10: 1078382, 20: 1425887, 100: 2247096, 200: 2615006, 1000: 3524755 }],
  [0.1, 1e6, 1e7, { 20: 3141756, 100: 8097688, 200: 10490947, 1000: 16852281 }],
  [10, 1e3, 1e5, { 2: 212712, 10: 499101, 20: 640575, 100: 1069179, 200: 1319091, 1000: 2137815 }],
])("published quantiles of rate %d and losses [%d, %d] by their return periods", (frequency, low, high, published) => {
  const set = [scenario(frequency, low, high)];
  for (const { years, aggregate } of exactReturnPeriods(set, Object.keys(published).map(Number))) {
    const expected = (published as Record<number, number>)[years]!;
    expect(Math.abs(aggregate / expected - 1), `${years} years`).toBeLessThan(1e-4);
  }
});

test("the error of the year holds the published quantile, and that of 20 and 100 years is the value at risk's", () => {
  const set = [scenario(1, 1e5, 1e6)];
  const { error } = exactAnnualLoss(set);
  const periods = exactReturnPeriods(set, [20, 100, 1000]);
  expect(periods[0]!.error.aggregate).toEqual(error.valueAtRisk["0.95"]);
  expect(periods[1]!.error.aggregate).toEqual(error.valueAtRisk["0.99"]);
  for (const { aggregate, occurrence, error: off } of periods) {
    for (const [figure, range] of [
      [aggregate, off.aggregate],
      [occurrence, off.occurrence],
    ] as const) {
      if (!("low" in range)) throw new Error("no range");
      expect(range.low).toBeLessThan(figure);
      expect(range.high - range.low).toBeLessThan(1e-3 * figure);
    }
  }
});

test("the largest event of a Poisson count: F(x) = 1 + ln(1 − 1/T)/λ", () => {
  const severity = lognormal({ mu: Math.log(1e5 * Math.sqrt(10)), sigma: Math.log(10) / (2 * 1.6448536269514722) });
  for (const { years, occurrence } of exactReturnPeriods([scenario(1.5, 1e5, 1e6)], YEARS)) {
    const expected = severity.quantile(1 + Math.log(1 - 1 / years) / 1.5);
    expect(Math.abs(occurrence / expected - 1), `${years} years`).toBeLessThan(1e-8);
  }
});

describe("laws", () => {
  const set: Scenario[] = [
    scenario(0.4, 1e4, 1e6),
    {
      ...scenario(2, 1e3, 1e5),
      id: "b",
      frequency: { low: 0.5, high: 5 },
      controls: [{ control: "c", acts: "loss", effectiveness: { min: 0.2, max: 0.8 } }],
      commonCauses: [{ cause: "v", strikes: 0.3, probability: 0.6 }],
    },
    { ...scenario(1, 1e3, 1e4), id: "c", commonCauses: [{ cause: "v", strikes: 0.3, probability: 0.9 }] },
  ];
  const periods = exactReturnPeriods(set, YEARS);

  test("losses rise with the years, and the largest event never passes the year", () => {
    periods.forEach(({ years, aggregate, occurrence }, k) => {
      expect(years).toBe(YEARS[k]);
      expect(occurrence).toBeLessThanOrEqual(aggregate);
      if (k === 0) return;
      expect(aggregate).toBeGreaterThan(periods[k - 1]!.aggregate);
      expect(occurrence).toBeGreaterThan(periods[k - 1]!.occurrence);
    });
  });

  test("once in 100 years is the value at risk at 99 %; the occurrence is exceeded once in its years", () => {
    expect(periods.find(({ years }) => years === 100)!.aggregate).toBe(exactAnnualLoss(set).valueAtRisk["0.99"]);
    const exceeded = exactOccurrence(
      set,
      periods.map(({ occurrence }) => occurrence),
    );
    exceeded.forEach((probability, k) => void expect(Math.abs(probability * YEARS[k]! - 1)).toBeLessThan(1e-6));
  });
});

test("certain losses are steps, no loss gives zeros, a year or less is refused", () => {
  const certain = { ...scenario(2, 1, 2), loss: { primary: 5 } };
  expect(exactReturnPeriods([certain], [2, 20])).toMatchObject([
    { years: 2, aggregate: 10, occurrence: 5 },
    { years: 20, aggregate: 25, occurrence: expect.closeTo(5, 12) },
  ]);
  expect(exactReturnPeriods([{ ...certain, frequency: 0.01 }], [20])).toMatchObject([
    { years: 20, aggregate: 0, occurrence: 0 },
  ]);
  expect(exactReturnPeriods([], [10])).toMatchObject([{ years: 10, aggregate: 0, occurrence: 0 }]);
  expect(() => exactReturnPeriods([], [10, 1])).toThrow("return period 1; give years above 1");
});

import { expect, test } from "vitest";
import { annualLossOfYears } from "./annual-loss-of-years.ts";
import { SortedYears } from "./sorted-years.ts";
import { addYearLosses, figuresOfYears, lossFreeYears } from "./year-losses.ts";

test("one array serves both states where nothing is controlled, two where something is", () => {
  const plain = lossFreeYears(3, false);
  expect(plain.residual).toBe(plain.inherent);
  const controlled = lossFreeYears(3, true);
  expect(controlled.residual).not.toBe(controlled.inherent);
  for (const years of [plain.inherent, controlled.inherent, controlled.residual]) {
    expect(years).toEqual(Float64Array.of(0, 0, 0));
  }
});

test("memory is the caller's, asked for once an array", () => {
  const given: Float64Array[] = [];
  const allocate = (length: number): Float64Array => {
    const years = new Float64Array(new SharedArrayBuffer(8 * length));
    given.push(years);
    return years;
  };
  expect(lossFreeYears(5, false, allocate).inherent).toBe(given[0]);
  expect(given).toHaveLength(1);
  const { inherent, residual } = lossFreeYears(5, true, allocate);
  expect(given.slice(1)).toEqual([inherent, residual]);
  expect(inherent).toHaveLength(5);
});

test("losses are added year by year, once to an array that serves both states, and stay as they were", () => {
  const losses = { inherent: Float64Array.of(1, 2), residual: Float64Array.of(1, 2) };
  const plain = lossFreeYears(2, false);
  addYearLosses(plain, losses);
  addYearLosses(plain, losses);
  expect(plain.inherent).toEqual(Float64Array.of(2, 4));
  expect(losses.inherent).toEqual(Float64Array.of(1, 2));
});

test("an uncontrolled loss counts in both states of a controlled sum", () => {
  const sum = lossFreeYears(2, true);
  const uncontrolled = lossFreeYears(2, false);
  uncontrolled.inherent.set([10, 20]);
  addYearLosses(sum, { inherent: Float64Array.of(3, 4), residual: Float64Array.of(1, 0) });
  addYearLosses(sum, uncontrolled);
  expect(sum.inherent).toEqual(Float64Array.of(13, 24));
  expect(sum.residual).toEqual(Float64Array.of(11, 20));
});

test("figures are those of the residual years, with those of the inherent ones beside them", () => {
  const sorting = new SortedYears();
  const inherent = Float64Array.of(0, 8, 2, 6);
  const residual = Float64Array.of(0, 1, 0, 3);
  const figures = figuresOfYears({ inherent, residual }, sorting);
  expect(figures.expectedAnnualLoss).toBe(1);
  expect(figures.inherent.expectedAnnualLoss).toBe(4);
  expect(figures).toEqual({
    ...annualLossOfYears(residual, sorting),
    inherent: annualLossOfYears(inherent, sorting),
  });
  const same = figuresOfYears({ inherent, residual: inherent }, sorting);
  const { inherent: before, ...after } = same;
  expect(after).toEqual(before);
});

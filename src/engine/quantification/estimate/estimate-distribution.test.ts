import { describe, expect, test } from "vitest";
import type { Estimate } from "../scenario.ts";
import { type EstimatePlace, estimateDistribution } from "./estimate-distribution.ts";
import { EstimateError } from "./estimate-error.ts";

const quantity: EstimatePlace = { field: "loss", kind: "quantity" };
const probability: EstimatePlace = { field: "vulnerability", kind: "probability" };
const of = (estimate: Estimate, place = quantity) => estimateDistribution(estimate, place);

describe("published values", () => {
  test.each([
    [{ low: 1, high: 10 }, 4.040012826945727],
    [{ low: 635000, high: 19e6 }, 5922706.83351131],
  ])("mean of the calibrated interval %o", (estimate, mean) => {
    expect(Math.abs(of(estimate).mean / mean - 1)).toBeLessThan(1e-13);
    expect(of(estimate).quantile(0.05)).toBeCloseTo(estimate.low, 6);
    expect(of(estimate).quantile(0.95)).toBeCloseTo(estimate.high, 6);
  });

  test("standard PERT (10, 20, 100) and (10, 24, 52)", () => {
    const pert = of({ min: 10, mode: 20, max: 100 });
    expect(pert.mean).toBeCloseTo(31.6667, 4);
    expect(Math.sqrt(pert.variance)).toBeCloseTo(14.5433, 4);
    expect([0.05, 0.5, 0.95].map((p) => pert.quantile(p).toFixed(4))).toEqual(["12.9516", "28.9776", "59.6254"]);
    expect(of({ min: 10, mode: 24, max: 52 }).quantile(0.95)).toBeCloseTo(39.9581, 4);
  });

  test("PERT of lambda 0 is uniform, of (0, .5, 1) Beta(3, 3) and not Beta(4, 4)", () => {
    expect(of({ min: 0, mode: 1, max: 4, lambda: 0 }).mean).toBeCloseTo(2, 12);
    expect(of({ min: 0, mode: 0.5, max: 1 }).variance).toBeCloseTo(9 / (36 * 7), 12);
  });
});

describe("forms without spread are points", () => {
  test.each([
    5,
    { low: 5, high: 5 },
    { min: 5, mode: 5, max: 5 },
    { min: 5, max: 5 },
    { mu: Math.log(5), sigma: 0 },
    { samples: [5, 5] },
  ] as Estimate[])("%o", (estimate) => {
    const point = of(estimate);
    expect(point.mean).toBeCloseTo(5, 12);
    expect(point.variance).toBeCloseTo(0, 12);
    expect([point.cdf(4.999), point.cdf(5.001)]).toEqual([0, 1]);
  });
});

describe("in the place of a probability", () => {
  test("an unbounded form is capped at 1 and has the mean of the capped one", () => {
    const capped = of({ low: 0.2, high: 3 }, probability);
    expect(capped.support[1]).toBe(1);
    expect(capped.mean).toBeLessThan(of({ low: 0.2, high: 3 }).mean);
    expect(capped.mean).toBeCloseTo(of({ low: 0.2, high: 3 }).limitedExpectation(1), 12);
  });

  test.each([1.5, { min: 0.5, max: 1.2 }, { samples: [0.5, 2] }] as Estimate[])("%o is refused", (estimate) => {
    expect(() => of(estimate, probability)).toThrow(/vulnerability .* is not an estimate; give a probability/);
  });
});

describe("refused, naming field and value", () => {
  test.each([
    [Number.NaN, /finite/],
    [Number.POSITIVE_INFINITY, /finite/],
    [-1, /from 0 up/],
    [{ low: 10, high: 1 }, /low < high/],
    [{ low: 0, high: 1 }, /0 < low/],
    [{ min: 2, mode: 1, max: 3 }, /min ≤ mode/],
    [{ min: 3, max: 1 }, /min ≤ max/],
    [{ min: -1, max: 1 }, /from 0 up/],
    [{ min: 0, mode: 1, max: 2, lambda: -1 }, /lambda/],
    [{ alpha: 0, beta: 1 }, /alpha and beta/],
    [{ shape: 1, rate: 0 }, /shape and rate/],
    [{ mu: 0, sigma: -1 }, /sigma/],
    [{ mu: 0, sigma: Number.NaN }, /finite/],
    [{ mu: 0, sigma: 40 }, /narrower/],
    [{ samples: [] }, /sample/],
    [{ samples: [1, Number.NaN] }, /sample/],
  ] as [Estimate, RegExp][])("%o", (estimate, message) => {
    expect(() => of(estimate)).toThrow(EstimateError);
    expect(() => of(estimate)).toThrow(message);
    expect(() => of(estimate)).toThrow(/^loss /);
  });
});

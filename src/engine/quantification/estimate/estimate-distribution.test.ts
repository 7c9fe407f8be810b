import { describe, expect, test } from "vitest";
import type { Estimate } from "./estimate.ts";
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
    expect(() => of(estimate, probability)).toThrow(
      /vulnerability .* is not an estimate; give a probability from 0 to 1: it ends at \d/,
    );
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
    [{ min: 1, mode: 2, max: 3, ends: "sometimes" }, /ends "bounds" or "percentiles"/],
    [{ min: 1, mode: 2, max: 3, lambda: 1e9 }, /lambda from 0 to/],
    [{ shape: 1e-6, rate: 1 }, /shape from 0.01/],
    [{ alpha: 1e12, beta: 1 }, /alpha and beta from 0.01/],
    [{ quantiles: [{ p: 0.5, value: 1 }] }, /two quantiles/],
    [
      {
        quantiles: [
          { p: 0.5, value: 1 },
          { p: 0.5, value: 2 },
        ],
      },
      /rising p/,
    ],
    [
      {
        quantiles: [
          { p: 0, value: 1 },
          { p: 0.5, value: 2 },
        ],
      },
      /between 0 and 1/,
    ],
    [
      {
        quantiles: [
          { p: 0.1, value: 2 },
          { p: 0.5, value: 2 },
        ],
      },
      /rise with p/,
    ],
    [
      {
        quantiles: [
          { p: 0.1, value: 0 },
          { p: 0.5, value: 2 },
        ],
      },
      /above 0/,
    ],
    [
      {
        quantiles: [
          { p: 0.5, value: 1 },
          { p: 0.500001, value: 1e9 },
        ],
      },
      /narrower/,
    ],
    [{ experts: [], pool: "linear" }, /one expert/],
    [{ experts: [{ estimate: 1, weight: 0 }], pool: "linear" }, /weights above 0/],
    [{ experts: [{ estimate: 1 }], pool: "both" }, /pool "linear" or "quantiles"/],
    [{ low: 1, high: 2, truncate: { from: 3, to: 2 } }, /from < to/],
    [{ low: 1, high: 2, truncate: { from: 1e6 } }, /keeps a probability of 0/],
  ] as unknown as [Estimate, RegExp][])("%o", (estimate, message) => {
    expect(() => of(estimate)).toThrow(EstimateError);
    expect(() => of(estimate)).toThrow(message);
    expect(() => of(estimate)).toThrow(/^loss /);
  });
});

describe("PERT by percentiles", () => {
  test("has them as its 5 % and 95 % quantiles and is the published one", () => {
    const pert = of({ min: 12.9516, mode: 20, max: 59.6254, ends: "percentiles" });
    expect(pert.quantile(0.05)).toBeCloseTo(12.9516, 9);
    expect(pert.quantile(0.95)).toBeCloseTo(59.6254, 9);
    expect(pert.quantile(0.5)).toBeCloseTo(28.9776, 4);
    expect(pert.mean).toBeCloseTo(31.6667, 4);
  });

  test("one that would begin below 0 is refused with where it begins", () => {
    expect(() => of({ min: 1, mode: 40, max: 60, ends: "percentiles" })).toThrow(
      /begins at -\d.* below 0; give \{ low, high \}/,
    );
    expect(() => of({ min: 0.1, mode: 0.8, max: 0.99, ends: "percentiles" }, probability)).toThrow(EstimateError);
  });
});

describe("quantiles", () => {
  test("two give the lognormal through them, at any p", () => {
    const law = of({
      quantiles: [
        { p: 0.5, value: 100 },
        { p: 0.99, value: 5000 },
      ],
    });
    expect([law.quantile(0.5), law.quantile(0.99)]).toEqual([expect.closeTo(100, 9), expect.closeTo(5000, 6)]);
  });

  test("three that a lognormal meets to 5 % are taken, others are refused with what the nearest would say", () => {
    const three = (middle: number): Estimate => ({
      quantiles: [
        { p: 0.1, value: 10 },
        { p: 0.5, value: middle },
        { p: 0.9, value: 90 },
      ],
    });
    expect(of(three(31)).quantile(0.5) / 31).toBeCloseTo(1, 1);
    expect(() => of(three(40))).toThrow(
      /nearest lognormal has 11\.01 for 10 at p 0\.1, 33\.02 for 40 at p 0\.5, 99\.06 for 90 at p 0\.9, 17\.5 % off .*; give two quantiles, a PERT, or samples/,
    );
  });
});

describe("experts", () => {
  const experts = [{ estimate: { low: 10, high: 100 }, weight: 3 }, { estimate: { min: 20, mode: 40, max: 300 } }];
  const [first, second] = experts.map(({ estimate }) => of(estimate));

  test("mixed linearly probabilities are averaged by relative weight", () => {
    const pool = of({ experts, pool: "linear" });
    expect(pool.cdf(50)).toBeCloseTo(0.75 * first!.cdf(50) + 0.25 * second!.cdf(50), 14);
    expect(pool.mean).toBeCloseTo(0.75 * first!.mean + 0.25 * second!.mean, 12);
  });

  test("by quantiles the values are averaged; the pool is narrower than the mixture and has its mean", () => {
    const pool = of({ experts, pool: "quantiles" });
    expect(pool.quantile(0.9)).toBeCloseTo(0.75 * first!.quantile(0.9) + 0.25 * second!.quantile(0.9), 9);
    expect(pool.mean).toBeCloseTo(of({ experts, pool: "linear" }).mean, 12);
    expect(pool.variance).toBeLessThan(of({ experts, pool: "linear" }).variance);
  });

  test("one alone is what he said, experts may be pooled of pools, cuts stand on the pool", () => {
    expect(of({ experts: [{ estimate: 7, weight: 0.1 }], pool: "quantiles" }).mean).toBe(7);
    const nested = of({
      experts: [{ estimate: { experts, pool: "linear" } }, { estimate: 5 }],
      pool: "linear",
      cap: 30,
    });
    expect([nested.support, nested.cdf(5) > 0.5]).toEqual([[0, 30], true]);
  });

  test("a wrong estimate is named by its expert", () => {
    expect(() => of({ experts: [...experts, { estimate: { low: 5, high: 1 } }], pool: "linear" })).toThrow(
      /^loss\.experts\[2\] \{"low":5,"high":1\} is not an estimate/,
    );
    expect(() => of({ experts: [{ estimate: 2 }], pool: "linear" }, probability)).toThrow(/experts\[0\] 2/);
  });
});

describe("cuts", () => {
  test("a form below 0 is a quantity when what lies there is cut off", () => {
    expect(of({ min: -10, max: 10, truncate: { from: 0 } }).mean).toBeCloseTo(5, 12);
  });

  test("a lognormal too wide for a variance has one under a cap or an end", () => {
    expect(() => of({ mu: 0, sigma: 40 })).toThrow(/a cap/);
    for (const cuts of [{ cap: 1e6 }, { truncate: { to: 1e6 } }]) {
      const law = of({ mu: 0, sigma: 40, ...cuts });
      expect([law.mean, law.variance].every((moment) => moment > 0 && moment < 1e12)).toBe(true);
    }
    expect(() => of({ mu: 0, sigma: 40, insurance: { deductible: 1, limit: 2 } })).toThrow(EstimateError);
  });

  test("a probability may be truncated into its range, and is not insured", () => {
    expect(of({ min: 0.5, max: 2, truncate: { to: 1 } }, probability).mean).toBeCloseTo(0.75, 12);
    expect(() => of({ min: 0.5, max: 0.9, insurance: { deductible: 0, limit: 1 } }, probability)).toThrow(/insurance/);
  });
});

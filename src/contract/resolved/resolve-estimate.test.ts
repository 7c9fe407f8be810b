import { describe, expect, test } from "vitest";
import { estimateDistribution } from "../../engine/quantification/estimate/estimate-distribution.ts";
import { defaultScale } from "../../engine/scoring/default-scale.ts";
import type { FileEstimate } from "../estimate.ts";
import { resolveEstimate } from "./resolve-estimate.ts";

const rateOf = (currency: string) => (currency === "USD" ? 0.92 : currency === "EUR" ? 1 : Number.NaN);
const resolved = (estimate: FileEstimate) => resolveEstimate(estimate, { levels: defaultScale.impact, rateOf });

describe("resolveEstimate", () => {
  test("a level is uniform over its bounds, the last one up to its top", () => {
    expect(resolved({ level: 1 })).toEqual({ min: 0, max: 30_000 });
    expect(resolved({ level: 5 })).toEqual({ min: 1_000_000, max: 3_000_000 });
  });

  test("estimates in the portfolio's own money pass as they are", () => {
    for (const estimate of [3, { low: 1, high: 2 }, { alpha: 1, beta: 2 }, { samples: [1, 2] }]) {
      expect(resolved(estimate)).toEqual(estimate);
    }
  });

  test.each<FileEstimate>([
    { low: 1e4, high: 1e6, currency: "USD" },
    { min: 1e4, mode: 5e4, max: 1e6, lambda: 2, currency: "USD" },
    { min: 1e4, max: 1e6, currency: "USD" },
    { shape: 2, rate: 1e-5, currency: "USD" },
    { mu: 11, sigma: 0.7, currency: "USD" },
    { samples: [1e4, 3e5], currency: "USD" },
    { min: 2e5, mode: 5e5, max: 1e6, ends: "percentiles", truncate: { from: 1e5 }, currency: "USD" },
    {
      quantiles: [
        { p: 0.5, value: 1e5 },
        { p: 0.95, value: 2e6 },
      ],
      currency: "USD",
    },
    {
      experts: [
        { by: "a", estimate: { low: 1e4, high: 1e6 } },
        { by: "b", weight: 2, estimate: 5e5 },
        { by: "c", estimate: { shape: 2, rate: 1e-5 } },
      ],
      pool: "linear",
      currency: "USD",
    },
    { low: 1e4, high: 1e6, truncate: { from: 2e4, to: 8e5 }, cap: 5e5, currency: "USD" },
    { low: 1e4, high: 1e6, cap: { amount: 5e5 }, insurance: { deductible: 5e4, limit: 2e5 }, currency: "USD" },
    { value: 7e4, currency: "USD" },
    { value: 7e4, insurance: { deductible: 5e4, limit: 1e4 }, currency: "USD" },
  ])("%j becomes the same quantity times the rate", (estimate) => {
    const own = resolved({ ...(estimate as object), currency: "EUR" } as FileEstimate);
    const place = { field: "loss", kind: "quantity" } as const;
    const foreign = estimateDistribution(own, place);
    const converted = estimateDistribution(resolved(estimate), place);
    expect(converted.mean / foreign.mean).toBeCloseTo(0.92, 12);
    if (foreign.variance > 0) expect(converted.variance / foreign.variance).toBeCloseTo(0.92 ** 2, 12);
    for (const p of [0.05, 0.5, 0.95]) expect(converted.quantile(p) / foreign.quantile(p)).toBeCloseTo(0.92, 9);
    expect(converted).not.toHaveProperty("currency");
  });

  test("a number with provenance is the number; cut, it is a case of one", () => {
    expect(resolved({ value: 3, source: "the log", by: "mara", on: "2026-09-30" })).toBe(3);
    expect(resolved({ value: 3, cap: 2 })).toEqual({ samples: [3], cap: 2 });
  });

  test("of experts, levels are of the portfolio's scale and betas are shares, whatever the currency", () => {
    const experts = [
      { by: "a", estimate: { level: 2 } },
      { by: "b", estimate: { alpha: 1, beta: 2 } },
      { by: "c", estimate: { min: 100, max: 200 } },
    ];
    expect(resolved({ experts, pool: "quantiles", currency: "USD" })).toEqual({
      pool: "quantiles",
      experts: [
        { estimate: { min: 30_000, max: 100_000 } },
        { estimate: { alpha: 1, beta: 2 } },
        { estimate: { min: 92, max: 184 } },
      ],
    });
  });

  describe("a cap by turnover", () => {
    const capped = (cap: object, annualTurnover?: number) =>
      resolveEstimate(
        { low: 1, high: 2, cap, currency: "USD" },
        { levels: defaultScale.impact, rateOf, annualTurnover },
      );
    test.each([
      [{ turnoverShare: 0.04 }, 40_000],
      [{ amount: 50_000, turnoverShare: 0.04 }, 46_000],
      [{ amount: 10_000, turnoverShare: 0.04 }, 40_000],
      [{ amount: 50_000 }, 46_000],
    ])("%j is the greater of the amount, converted, and the share of a turnover of a million", (cap, expected) => {
      expect(capped(cap, 1_000_000)).toMatchObject({ cap: expected });
    });

    test("without a turnover is refused", () => {
      expect(() => capped({ turnoverShare: 0.04 })).toThrow("cap at 0.04 of the annual turnover, which is not given");
    });
  });
});

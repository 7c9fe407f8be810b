import { describe, expect, test } from "vitest";
import { estimateDistribution } from "../../engine/quantification/estimate/estimate-distribution.ts";
import { defaultScale } from "../../engine/scoring/default-scale.ts";
import type { FileEstimate } from "../estimate.ts";
import { resolveEstimate } from "./resolve-estimate.ts";

const rateOf = (currency: string) => (currency === "USD" ? 0.92 : Number.NaN);
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
  ])("%j becomes the same quantity times the rate", (estimate) => {
    const { currency: _, ...own } = estimate as { currency: string; low: number; high: number };
    const place = { field: "loss", kind: "quantity" } as const;
    const foreign = estimateDistribution(own, place);
    const converted = estimateDistribution(resolved(estimate), place);
    expect(converted.mean / foreign.mean).toBeCloseTo(0.92, 12);
    expect(converted.variance / foreign.variance).toBeCloseTo(0.92 ** 2, 12);
    for (const p of [0.05, 0.5, 0.95]) expect(converted.quantile(p) / foreign.quantile(p)).toBeCloseTo(0.92, 9);
    expect(converted).not.toHaveProperty("currency");
  });
});

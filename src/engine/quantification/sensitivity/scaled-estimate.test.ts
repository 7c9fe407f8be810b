import { expect, test } from "vitest";
import type { Estimate } from "../estimate/estimate.ts";
import { estimateDistribution } from "../estimate/estimate-distribution.ts";
import { scaledEstimate } from "./scaled-estimate.ts";

const read = (estimate: Estimate) => estimateDistribution(estimate, { kind: "quantity", field: "loss" });

test.each<[Estimate]>([
  [700],
  [{ low: 100, high: 2000 }],
  [{ min: 10, mode: 40, max: 300, lambda: 2 }],
  [{ min: 60, mode: 120, max: 300, ends: "percentiles" }],
  [{ min: 10, max: 300 }],
  [{ shape: 2, rate: 0.01 }],
  [{ mu: 5, sigma: 1.2 }],
  [{ samples: [3, 9, 200] }],
  [
    {
      quantiles: [
        { p: 0.2, value: 50 },
        { p: 0.9, value: 400 },
      ],
    },
  ],
  [{ experts: [{ estimate: { low: 100, high: 2000 } }, { estimate: 300, weight: 2 }], pool: "linear" }],
  [{ low: 100, high: 2000, truncate: { from: 50, to: 3000 }, cap: 1500 }],
  [{ low: 100, high: 2000, insurance: { deductible: 200, limit: 900 } }],
])("every quantile and the mean are in proportion: %j", (estimate) => {
  const before = read(estimate);
  for (const factor of [0.3, 4]) {
    const after = read(scaledEstimate(estimate, factor));
    expect(Math.abs(after.mean / (factor * before.mean) - 1)).toBeLessThan(1e-6);
    for (const p of [0.1, 0.5, 0.9]) {
      expect(Math.abs(after.quantile(p) / (factor * before.quantile(p)) - 1)).toBeLessThan(1e-5);
    }
  }
});

test("a beta becomes equally likely values, and nothing is left of anything times 0", () => {
  const beta = { alpha: 2, beta: 3 };
  const after = read(scaledEstimate(beta, 1000));
  expect(Math.abs(after.mean / 400 - 1)).toBeLessThan(1e-4);
  expect(Math.abs(after.quantile(0.9) / (1000 * read(beta).quantile(0.9)) - 1)).toBeLessThan(1e-3);
  expect(scaledEstimate({ low: 1, high: 2 }, 0)).toBe(0);
});

import { expect, test } from "vitest";
import { expectAverage } from "../../../../test/harness/draw-law.ts";
import { startStream, streamKey } from "../../stats/stream-key.ts";
import type { Estimate } from "../estimate/estimate.ts";
import { estimateDistribution } from "../estimate/estimate-distribution.ts";
import { drawEstimate } from "./draw-estimate.ts";

const QUANTITIES: Estimate[] = [
  3.5,
  { low: 1e5, high: 1e6 },
  { min: 10, mode: 20, max: 100 },
  { min: 10, mode: 10, max: 52, lambda: 2 },
  { min: 2, max: 9 },
  { alpha: 1.5, beta: 4 },
  { shape: 0.7, rate: 3 },
  { mu: 1, sigma: 0.4 },
  { samples: [1, 2, 2, 40] },
  { min: 10, mode: 20, max: 60, ends: "percentiles" },
  {
    quantiles: [
      { p: 0.1, value: 3 },
      { p: 0.75, value: 30 },
    ],
  },
  { experts: [{ estimate: { low: 1, high: 5 }, weight: 3 }, { estimate: { samples: [9, 10] } }], pool: "linear" },
  { experts: [{ estimate: { low: 1, high: 5 }, weight: 3 }, { estimate: { low: 2, high: 50 } }], pool: "quantiles" },
  { experts: [{ estimate: { min: 1, mode: 2, max: 5 } }, { estimate: { samples: [9, 10] } }], pool: "quantiles" },
  // Drawn again, and by the inverse where too little is kept.
  { low: 1, high: 10, truncate: { from: 2, to: 20 } },
  { low: 1, high: 10, truncate: { from: 9 } },
  { low: 1, high: 10, truncate: { to: 1.2 } },
  { shape: 2, rate: 0.1, truncate: { from: 50, to: 60 } },
  { min: -10, max: 10, truncate: { from: 0 } },
  { samples: [1, 2, 2, 40, 50], truncate: { from: 2, to: 40 } },
  { low: 1, high: 10, cap: 5 },
  { mu: 1, sigma: 30, cap: 5 },
  { low: 1, high: 10, insurance: { deductible: 2, limit: 4 } },
  { low: 1, high: 10, truncate: { to: 8 }, cap: 6, insurance: { deductible: 2, limit: 1.5 } },
  {
    experts: [{ estimate: { low: 1, high: 5, cap: 4 } }, { estimate: { min: 2, max: 8 } }],
    pool: "linear",
    truncate: { from: 1.5 },
    insurance: { deductible: 3, limit: 2 },
  },
];
const PROBABILITIES: Estimate[] = [
  0.25,
  { low: 0.2, high: 1.5 },
  { shape: 2, rate: 3 },
  { mu: -0.5, sigma: 0.6 },
  { min: 0.1, mode: 0.3, max: 1 },
  { samples: [0, 0.5, 1] },
  { low: 0.2, high: 1.5, truncate: { from: 0.3 } },
  { experts: [{ estimate: { low: 0.2, high: 1.5 } }, { estimate: 0.4 }], pool: "quantiles" },
  { experts: [{ estimate: { low: 0.2, high: 1.5 } }, { estimate: { alpha: 2, beta: 2 } }], pool: "linear" },
];

function replications(estimate: Estimate, kind: "quantity" | "probability"): Float64Array[] {
  const draw = drawEstimate(estimate, { field: "x", kind });
  return Array.from({ length: 40 }, (_, i) => {
    const stream = new Int32Array(4);
    startStream(stream, streamKey(3, JSON.stringify(estimate)), i, 0);
    const out = new Float64Array(10_000);
    draw.fill(stream, out, out.length);
    return out;
  });
}

test.each([
  ...QUANTITIES.map((estimate) => ({ estimate, kind: "quantity" as const })),
  ...PROBABILITIES.map((estimate) => ({ estimate, kind: "probability" as const })),
])("draws of $estimate as a $kind have the mean, variance and quantiles of its distribution", ({ estimate, kind }) => {
  const distribution = estimateDistribution(estimate, { field: "x", kind });
  const samples = replications(estimate, kind);
  const agree = (of: (x: number) => number, expected: number) => {
    const means = samples.map((sample) => sample.reduce((sum, x) => sum + of(x), 0) / sample.length);
    expectAverage(means, expected);
  };
  agree((x) => x, distribution.mean);
  agree((x) => (x - distribution.mean) ** 2, distribution.variance);
  for (const p of [0.05, 0.5, 0.95]) {
    const quantile = distribution.quantile(p);
    agree((x) => (x <= quantile ? 1 : 0), distribution.cdf(quantile));
  }
  const [low, high] = distribution.support;
  const edge = 1e-12 * (low + Math.min(high, 1e9));
  expect(samples.every((sample) => sample.every((x) => x >= low - edge && x <= high + edge))).toBe(true);
});

test("an estimate without spread is certain, and takes nothing from the stream", () => {
  for (const estimate of [
    7,
    { min: 7, max: 7 },
    { min: 7, mode: 7, max: 7 },
    { samples: [7, 7] },
    { min: 8, max: 9, cap: 7 },
  ]) {
    const draw = drawEstimate(estimate, { field: "x", kind: "quantity" });
    const stream = Int32Array.of(1, 2, 3, 4);
    const out = new Float64Array(3);
    draw.fill(stream, out, 2);
    expect(draw.certain).toBe(7);
    expect([...out]).toEqual([7, 7, 0]);
    expect(stream).toEqual(Int32Array.of(1, 2, 3, 4));
  }
});

test("what is no estimate is refused as the exact engine refuses it", () => {
  expect(() => drawEstimate({ low: 5, high: 2 }, { field: "r: loss.primary", kind: "quantity" })).toThrow(
    'r: loss.primary {"low":5,"high":2} is not an estimate; give 0 < low < high',
  );
});

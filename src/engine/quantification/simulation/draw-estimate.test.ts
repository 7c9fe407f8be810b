import { expect, test } from "vitest";
import { expectAverage } from "../../../../test/harness/draw-law.ts";
import { startStream, streamKey } from "../../stats/stream-key.ts";
import { estimateDistribution } from "../estimate/estimate-distribution.ts";
import type { Estimate } from "../scenario.ts";
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
];
const PROBABILITIES: Estimate[] = [
  0.25,
  { low: 0.2, high: 1.5 },
  { shape: 2, rate: 3 },
  { mu: -0.5, sigma: 0.6 },
  { min: 0.1, mode: 0.3, max: 1 },
  { samples: [0, 0.5, 1] },
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
});

test("an estimate without spread is certain, and takes nothing from the stream", () => {
  for (const estimate of [7, { min: 7, max: 7 }, { min: 7, mode: 7, max: 7 }, { samples: [7, 7] }]) {
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

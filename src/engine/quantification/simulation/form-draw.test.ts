import { expect, test } from "vitest";
import { estimateDistribution } from "../estimate/estimate-distribution.ts";
import { formDraw, type PlainForm } from "./form-draw.ts";

const FORMS: PlainForm[] = [
  { low: 1, high: 10 },
  { low: 3, high: 3 },
  { mu: 0.5, sigma: 1 },
  { mu: 0.5, sigma: 0 },
  { min: 1, mode: 2, max: 9, lambda: 3 },
  { min: 3, mode: 5, max: 9, ends: "percentiles" },
  { min: 2, max: 6 },
  { min: 2, max: 2 },
  { alpha: 0.5, beta: 2 },
  { shape: 2, rate: 3 },
  { samples: [1, 4, 4] },
  {
    quantiles: [
      { p: 0.2, value: 1 },
      { p: 0.9, value: 8 },
    ],
  },
];

test.each(FORMS)("%j has the distribution function of the exact engine, and draws within its support", (form) => {
  const distribution = estimateDistribution(form, { field: "x", kind: "quantity" });
  const { draw, cdf } = formDraw(form);
  for (const p of [0.001, 0.3, 0.5, 0.9, 0.999]) {
    const x = distribution.quantile(p);
    expect(cdf(x)).toBeCloseTo(distribution.cdf(x), 12);
  }
  const [low, high] = distribution.support;
  const out = new Float64Array(1000);
  draw.fill(Int32Array.of(1, 2, 3, 4), out, 1000);
  expect(out.every((x) => x >= low && x <= high)).toBe(true);
  expect(draw.certain).toBe(low === high ? low : null);
});

test("a form may lie below 0 while nothing is cut off it", () => {
  const { draw } = formDraw({ min: -3, max: -1 });
  const out = new Float64Array(100);
  draw.fill(Int32Array.of(1, 2, 3, 4), out, 100);
  expect(out.every((x) => x >= -3 && x <= -1)).toBe(true);
});

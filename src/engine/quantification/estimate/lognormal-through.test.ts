import { expect, test } from "vitest";
import { lognormal } from "../../stats/lognormal.ts";
import { lognormalThrough } from "./lognormal-through.ts";

const of = ({ mu, sigma }: { mu: number; sigma: number }, ...ps: number[]) =>
  ps.map((p) => ({ p, value: lognormal({ mu, sigma }).quantile(p) }));

test("through two quantiles it passes exactly, whichever they are", () => {
  const fit = lognormalThrough([
    { p: 0.2, value: 300 },
    { p: 0.999, value: 50000 },
  ]);
  expect(fit.fitted).toEqual([expect.closeTo(300, 9), expect.closeTo(50000, 6)]);
  expect(fit.largestDeviation).toBeLessThan(1e-13);
});

test("the published interval [1, 10]", () => {
  const fit = lognormalThrough([
    { p: 0.05, value: 1 },
    { p: 0.95, value: 10 },
  ]);
  expect(fit.mu).toBeCloseTo(1.151292546, 9);
  expect(fit.sigma).toBeCloseTo(0.699936169, 9);
});

test("quantiles of a lognormal give it back, however many", () => {
  const fit = lognormalThrough(of({ mu: 3, sigma: 0.8 }, 0.01, 0.1, 0.5, 0.6, 0.99));
  expect([fit.mu, fit.sigma]).toEqual([expect.closeTo(3, 12), expect.closeTo(0.8, 12)]);
});

test("of three in a bow it is the line of least squares: deviations balance", () => {
  const quantiles = [
    { p: 0.1, value: 10 },
    { p: 0.5, value: 40 },
    { p: 0.9, value: 90 },
  ];
  const fit = lognormalThrough(quantiles);
  const residuals = quantiles.map(({ value }, k) => Math.log(value / fit.fitted[k]!));
  expect(residuals.reduce((sum, r) => sum + r, 0)).toBeCloseTo(0, 12);
  expect(residuals[0]).toBeCloseTo(residuals[2]!, 12);
  expect(fit.largestDeviation).toBeCloseTo(Math.max(...residuals.map((r) => Math.abs(Math.exp(-r) - 1))), 12);
});

import { expect, test } from "vitest";
import { curveCdf, curveLimitedExpectation, curveQuantile, curveShortfall, lossCurve } from "./loss-curve.ts";

const steps = lossCurve(
  { offset: 0, step: 10, masses: Float64Array.of(0.5, 0, 0.3, 0.2) },
  { none: 0.5, reading: "steps" },
);

test("a stepped curve jumps at its losses and has the quantile that is first to reach a level", () => {
  expect([-1, 0, 9.99, 20, 25, 30].map((x) => curveCdf(steps, x))).toEqual([0, 0.5, 0.5, 0.8, 0.8, 1]);
  expect([0.1, 0.5, 0.51, 0.8, 0.81, 1].map((p) => curveQuantile(steps, p))).toEqual([0, 0, 20, 20, 30, 30]);
  expect(curveLimitedExpectation(steps, 30)).toBeCloseTo(0.3 * 20 + 0.2 * 30, 12);
  expect(curveLimitedExpectation(steps, 15)).toBeCloseTo(0.5 * 15, 12);
});

test("a smooth curve keeps the jump at zero and spreads the rest", () => {
  const masses = Float64Array.from({ length: 101 }, (_, j) => (j === 0 ? 0.6 + 0.002 : j === 100 ? 0.002 : 0.004));
  const smooth = lossCurve({ offset: 0, step: 1, masses }, { none: 0.6, reading: "smooth" });
  expect(curveCdf(smooth, 0)).toBeCloseTo(0.6, 12);
  expect(curveCdf(smooth, 50)).toBeCloseTo(0.8, 12);
  expect(curveQuantile(smooth, 0.7)).toBeCloseTo(25, 9);
});

test("a mass that towers over its neighbours is a jump", () => {
  const masses = Float64Array.from({ length: 100 }, (_, j) => (j === 50 ? 0.505 : 0.005));
  const curve = lossCurve({ offset: 0, step: 2, masses }, { none: 0, reading: "smooth" });
  expect(curveQuantile(curve, 0.4)).toBe(100);
  expect(curveQuantile(curve, 0.7)).toBe(100);
});

test("the shortfall shares the atom at the quantile; of a uniform loss it lies halfway from there to the end", () => {
  expect(curveShortfall(steps, 12, 0.5)).toBeCloseTo(24, 12);
  expect(curveShortfall(steps, 12, 0.7)).toBeCloseTo((0.1 * 20 + 0.2 * 30) / 0.3, 12);
  const uniform = { loss: Float64Array.of(0, 40), reached: Float64Array.of(0, 1) };
  for (const level of [0.1, 0.5, 0.95, 0.99]) {
    expect(curveShortfall(uniform, 20, level)).toBeCloseTo(20 * (1 + level), 10);
  }
  // What the mean has beyond the curve lies in the tail.
  expect(curveShortfall(uniform, 21, 0.95)).toBeCloseTo(39 + 1 / 0.05, 10);
});

import { expect, test } from "vitest";
import { scaledBeta } from "../../stats/scaled-beta.ts";
import { pertShape } from "./pert-shape.ts";

test("with ends as bounds it is the published shape of (10, 20, 100)", () => {
  const shape = pertShape({ min: 10, mode: 20, max: 100 });
  expect([shape.alpha, shape.beta, shape.min, shape.max]).toEqual([
    expect.closeTo(1.4444, 4),
    expect.closeTo(4.5556, 4),
    10,
    100,
  ]);
});

test("the published percentiles of (10, 20, 100) lead back to it", () => {
  const shape = pertShape({ min: 12.9516, mode: 20, max: 59.6254, ends: "percentiles" });
  expect(shape.min).toBeCloseTo(10, 3);
  expect(shape.max).toBeCloseTo(100, 3);
});

test.each([
  [1, 4],
  [0.5, 4],
  [0.9, 4],
  [0.2, 2],
  [0.3, 60],
  [0.42, 0],
])("from bounds to percentiles and back, the mode %d of the way up, lambda %d", (lean, lambda) => {
  const whole = { min: 50, mode: 50 + 40 * lean, max: 90, lambda };
  const law = scaledBeta(pertShape(whole));
  const ends = { min: law.quantile(0.05), max: law.quantile(0.95) };
  if (whole.mode < ends.min || whole.mode > ends.max) return;
  const back = pertShape({ ...whole, ...ends, ends: "percentiles" });
  expect([back.min, back.max]).toEqual([expect.closeTo(50, 9), expect.closeTo(90, 9)]);
});

test.each([
  [10, 10, 60],
  [10, 60, 60],
  [10, 11, 1e6],
  [10, 35, 60],
])("(%d, %d, %d) has these 5 %% and 95 %% quantiles, and its mode where it was put", (min, mode, max) => {
  const shape = pertShape({ min, mode, max, ends: "percentiles" });
  const law = scaledBeta(shape);
  expect(law.quantile(0.05) / min).toBeCloseTo(1, 9);
  expect(law.quantile(0.95) / max).toBeCloseTo(1, 9);
  const peak = (shape.alpha - 1) / (shape.alpha + shape.beta - 2);
  expect((shape.min + peak * (shape.max - shape.min)) / mode).toBeCloseTo(1, 9);
});

test("the mode's place within the percentiles rises with its place in the range, for every lambda: one solution", () => {
  for (const lambda of [0.5, 1, 2, 4, 8, 30, 200]) {
    let last = -Infinity;
    for (let k = 0; k <= 50; k++) {
      const law = scaledBeta(pertShape({ min: 0, mode: k / 50, max: 1, lambda }));
      const place = (k / 50 - law.quantile(0.05)) / (law.quantile(0.95) - law.quantile(0.05));
      expect(place).toBeGreaterThan(last);
      last = place;
      if (k === 0) expect(place).toBeLessThan(0);
      if (k === 50) expect(place).toBeGreaterThan(1);
    }
  }
});

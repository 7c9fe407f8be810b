import fc from "fast-check";
import { expect, test } from "vitest";
import { gamma } from "../stats/gamma.ts";
import { gammaThrough } from "./gamma-through.ts";

test("the gamma has the ends as its 5 % and 95 % quantiles", () => {
  const ends = fc.tuple(fc.double({ min: -9, max: 6, noNaN: true }), fc.double({ min: 0.01, max: 10, noNaN: true }));
  fc.assert(
    fc.property(ends, ([power, logRatio]) => {
      const low = 10 ** power;
      const high = low * Math.exp(logRatio);
      const { quantile } = gamma(gammaThrough({ low, high }));
      expect(Math.abs(quantile(0.05) / low - 1)).toBeLessThan(1e-7);
      expect(Math.abs(quantile(0.95) / high - 1)).toBeLessThan(1e-9);
    }),
    { numRuns: 60 },
  );
});

test("another unit of time changes the rate and not the shape", () => {
  const year = gammaThrough({ low: 0.2, high: 2 });
  const month = gammaThrough({ low: 0.2 / 12, high: 2 / 12 });
  expect(month.shape / year.shape).toBeCloseTo(1, 10);
  expect(month.rate / year.rate).toBeCloseTo(12, 8);
});

test.each([
  [0, 1, "give 0 < low < high"],
  [2, 1, "give 0 < low < high"],
  [1, 1, "give 0 < low < high"],
  [1, Number.POSITIVE_INFINITY, "give 0 < low < high"],
  [1, 1.001, "it is all but certain"],
  [1e-20, 1, "13 orders of magnitude"],
])("%d to %d is refused", (low, high, remedy) => {
  expect(() => gammaThrough({ low, high })).toThrow(remedy);
});

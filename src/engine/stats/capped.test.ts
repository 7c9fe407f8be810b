import { expect, test } from "vitest";
import { brokenLaws } from "../../../test/harness/distribution-laws.ts";
import { atoms } from "./atoms.ts";
import { capped } from "./capped.ts";
import { lognormal } from "./lognormal.ts";
import { product } from "./product.ts";
import { scaledBeta } from "./scaled-beta.ts";

const wide = lognormal({ mu: 0, sigma: 1 });

test("what lies above the cap sits on it", () => {
  const distribution = capped(wide, 1);
  expect(distribution.support).toEqual([0, 1]);
  expect(distribution.cdf(1 - 1e-12)).toBeCloseTo(0.5, 9);
  expect(distribution.cdf(1)).toBe(1);
  expect(distribution.quantile(0.4)).toBe(wide.quantile(0.4));
  expect(distribution.quantile(0.6)).toBe(1);
  expect(distribution.limitedExpectation(5)).toBe(distribution.mean);
  expect(capped(atoms([0.5, 2, 3]), 1).atoms).toEqual({ values: [0.5, 1], weights: [1 / 3, 2 / 3] });
});

test("below the cap its density is that of the distribution, where that has one", () => {
  const { density } = capped(wide, 1);
  expect(density!(0.4)).toBe(wide.density!(0.4));
  expect(density!(1)).toBe(0);
  expect(capped({ ...wide, density: undefined } as unknown as typeof wide, 1)).not.toHaveProperty("density");
});

test("a distribution below its cap is itself, one without partial moments is refused", () => {
  const low = scaledBeta({ alpha: 2, beta: 2, min: 0, max: 1 });
  expect(capped(low, 1)).toBe(low);
  expect(() => capped(product([wide, low]), 1)).toThrow(RangeError);
});

test("laws hold with the atom on the cap, twice capped is once capped", () => {
  expect(brokenLaws(capped(wide, 1))).toEqual([]);
  expect(brokenLaws(capped(scaledBeta({ alpha: 2, beta: 3, min: 1, max: 8 }), 3))).toEqual([]);
  const twice = capped(capped(wide, 3), 1);
  expect([twice.mean, twice.variance]).toEqual([capped(wide, 1).mean, expect.closeTo(capped(wide, 1).variance, 14)]);
});

test("a cap below all of it leaves the cap, one on an overflowing lognormal leaves moments", () => {
  expect(capped(scaledBeta({ alpha: 2, beta: 3, min: 4, max: 8 }), 3).support).toEqual([3, 3]);
  expect(brokenLaws(capped(lognormal({ mu: 0, sigma: 40 }), 1e6))).toEqual([]);
});

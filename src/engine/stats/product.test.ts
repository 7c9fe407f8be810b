import { expect, test } from "vitest";
import reference from "../../../test/oracle/distributions/products.json" with { type: "json" };
import { atoms } from "./atoms.ts";
import { lognormal } from "./lognormal.ts";
import { product } from "./product.ts";
import { scaledBeta } from "./scaled-beta.ts";

test("lognormals multiply to a lognormal", () => {
  const both = product([lognormal({ mu: 1, sigma: 0.6 }), lognormal({ mu: -2, sigma: 0.8 })]);
  const expected = lognormal({ mu: -1, sigma: 1 });
  expect(both.mean / expected.mean).toBeCloseTo(1, 12);
  expect(both.variance / expected.variance).toBeCloseTo(1, 12);
  for (const p of [0.01, 0.3, 0.9, 0.999]) {
    expect(Math.abs(both.cdf(expected.quantile(p)) - p)).toBeLessThan(1e-5);
    const limited = expected.limitedExpectation(expected.quantile(p));
    expect(both.limitedExpectation(expected.quantile(p)) / limited).toBeCloseTo(1, 4);
  }
});

test("two uniforms: P(UV ≤ x) = x(1 − ln x)", () => {
  const uniform = scaledBeta({ alpha: 1, beta: 1, min: 0, max: 1 });
  const both = product([uniform, uniform]);
  for (const x of [0.01, 0.2, 0.7]) expect(Math.abs(both.cdf(x) - x * (1 - Math.log(x)))).toBeLessThan(1e-3);
});

test("nothing is 1, points multiply, zero stays zero", () => {
  expect(product([]).mean).toBe(1);
  expect(product([atoms([2]), atoms([5])]).atoms).toEqual({ values: [10], weights: [1] });
  const spared = product([atoms([0, 1]), lognormal({ mu: 0, sigma: 1 })]);
  expect(spared.cdf(0)).toBe(0.5);
  expect(spared.quantile(0.4)).toBe(0);
});

test.each(reference)("a share learned from many cases, Beta($needle), is not lost between the bins", (law) => {
  const share = ([alpha, beta]: number[]) => scaledBeta({ alpha: alpha!, beta: beta!, min: 0, max: 1 });
  for (const bins of [12, 32]) {
    const both = product([share(law.needle), share(law.other)], { bins });
    expect(both.mean / law.mean).toBeCloseTo(1, 12);
    for (const [x, p] of law.cdf) expect(Math.abs(both.cdf(x!) - p!)).toBeLessThan(bins === 12 ? 2e-3 : 1e-4);
  }
});

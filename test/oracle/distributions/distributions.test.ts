import { expect, test } from "vitest";
import { capped } from "../../../src/engine/stats/capped.ts";
import type { Distribution } from "../../../src/engine/stats/distribution.ts";
import { erf, erfc } from "../../../src/engine/stats/erf.ts";
import { fourierTransform } from "../../../src/engine/stats/fourier-transform.ts";
import { gamma } from "../../../src/engine/stats/gamma.ts";
import { gaussRule } from "../../../src/engine/stats/gauss-rule.ts";
import { incompleteBeta, inverseIncompleteBeta } from "../../../src/engine/stats/incomplete-beta.ts";
import { incompleteGamma, inverseIncompleteGamma } from "../../../src/engine/stats/incomplete-gamma.ts";
import { logGamma } from "../../../src/engine/stats/log-gamma.ts";
import { lognormal } from "../../../src/engine/stats/lognormal.ts";
import { normalCdf } from "../../../src/engine/stats/normal-cdf.ts";
import { normalQuantile } from "../../../src/engine/stats/normal-quantile.ts";
import { product } from "../../../src/engine/stats/product.ts";
import { scaledBeta } from "../../../src/engine/stats/scaled-beta.ts";
import { agree } from "./agree.ts";
import oracle from "./distributions.json" with { type: "json" };

test("erf, erfc, normal distribution function and quantile agree with mpmath and SciPy to full double accuracy", () => {
  expect(oracle.erf.length).toBeGreaterThan(90);
  for (const [x, value] of oracle.erf as [number, number][]) agree(`erf(${x})`, erf(x), value, 1e-15);
  for (const [x, value] of oracle.erfc as [number, number][]) agree(`erfc(${x})`, erfc(x), value, 3e-15);
  for (const [x, value] of oracle.normalCdf as [number, number][]) agree(`normalCdf(${x})`, normalCdf(x), value, 3e-15);
  for (const [p, value] of oracle.normalQuantile as [number, number][]) {
    agree(`normalQuantile(${p})`, normalQuantile(p), value, 3e-15);
  }
});

test("log-gamma and the incomplete functions agree with mpmath", () => {
  for (const [x, value] of oracle.logGamma as [number, number][]) {
    expect(Math.abs(logGamma(x) - value), `logGamma(${x})`).toBeLessThanOrEqual(8e-15 * Math.max(1, Math.abs(value)));
  }
  for (const [a, x, value] of oracle.incompleteGamma as [number, number, number][]) {
    agree(`incompleteGamma(${a}, ${x})`, incompleteGamma(a, x), value, 1e-11);
    agree(`inverseIncompleteGamma(${a}, ${value})`, inverseIncompleteGamma(a, value), x, 1e-9);
  }
  for (const [alpha, beta, x, value] of oracle.incompleteBeta as [number, number, number, number][]) {
    agree(`incompleteBeta(${alpha}, ${beta}, ${x})`, incompleteBeta({ alpha, beta }, x), value, 1e-11);
    agree(`inverseIncompleteBeta(${alpha}, ${beta}, ${value})`, inverseIncompleteBeta({ alpha, beta }, value), x, 1e-9);
  }
});

const LAWS: Record<string, (parameters: never) => Distribution> = { lognormal, gamma, scaledBeta };

for (const { law, parameters, mean, variance, rows } of oracle.laws) {
  test(`${law} ${JSON.stringify(parameters)} agrees with SciPy`, () => {
    const distribution = LAWS[law]!(parameters as never);
    agree("mean", distribution.mean, mean, 1e-13);
    agree("variance", distribution.variance, variance, 1e-12);
    for (const row of rows) {
      agree(`cdf(${row.x})`, distribution.cdf(row.x), row.cdf, 1e-10);
      agree(`quantile(${row.p})`, distribution.quantile(row.p), row.x, 1e-9);
      agree(`density(${row.x})`, distribution.density!(row.x), row.density, 1e-9);
      agree(`limitedExpectation(${row.x})`, distribution.limitedExpectation(row.x), row.limited, 1e-8);
    }
  });
}

test("a cap at 1 has the moments that integration gives", () => {
  for (const { law, parameters, mean, variance } of oracle.capped) {
    const distribution = capped(LAWS[law]!(parameters as never), 1);
    agree(`${law} mean`, distribution.mean, mean, 1e-12);
    agree(`${law} variance`, distribution.variance, variance, 1e-11);
  }
});

test("a product has exact moments and the distribution function that integration gives", () => {
  const { mu, sigma, alpha, beta, mean, variance, cdf } = oracle.product;
  const distribution = product([lognormal({ mu, sigma }), scaledBeta({ alpha, beta, min: 0, max: 1 })]);
  agree("mean", distribution.mean, mean, 1e-13);
  agree("variance", distribution.variance, variance, 1e-13);
  for (const [x, value] of cdf as [number, number][]) {
    expect(Math.abs(distribution.cdf(x) - value), `cdf(${x})`).toBeLessThan(1e-5);
    agree(`quantile at ${x}`, distribution.quantile(distribution.cdf(x)), x, 1e-9);
  }
});

test("the real transform agrees with NumPy and comes back", () => {
  const { forward, inverse } = fourierTransform(64);
  const x = Float64Array.from(oracle.fourier.x);
  const re = new Float64Array(33);
  const im = new Float64Array(33);
  forward(x, re, im);
  for (let k = 0; k <= 32; k++) {
    expect(Math.abs(re[k]! - oracle.fourier.re[k]!)).toBeLessThan(1e-13);
    expect(Math.abs(im[k]! - oracle.fourier.im[k]!)).toBeLessThan(1e-13);
  }
  const back = new Float64Array(64);
  inverse(re, im, back);
  back.forEach((value, k) => void expect(Math.abs(value - x[k]!)).toBeLessThan(1e-14));
});

test("the Gauss rule of an even measure is Gauss and Legendre's", () => {
  const fine = gaussRule(evenMeasure(4000), 7);
  const order = [...fine.values.keys()].sort((i, j) => fine.values[i]! - fine.values[j]!);
  order.forEach((k, i) => {
    expect(Math.abs(fine.values[k]! - oracle.gauss.nodes[i]!)).toBeLessThan(1e-6);
    expect(Math.abs(fine.weights[k]! - oracle.gauss.weights[i]!)).toBeLessThan(1e-6);
  });
});

function evenMeasure(count: number) {
  const values = Array.from({ length: count }, (_, k) => -1 + (2 * k + 1) / count);
  return { values, weights: values.map(() => 1 / count) };
}

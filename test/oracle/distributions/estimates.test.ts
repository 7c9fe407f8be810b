import { expect, test } from "vitest";
import { lognormalThrough } from "../../../src/engine/quantification/estimate/lognormal-through.ts";
import { pertShape } from "../../../src/engine/quantification/estimate/pert-shape.ts";
import { averagedQuantiles } from "../../../src/engine/stats/averaged-quantiles.ts";
import type { Distribution } from "../../../src/engine/stats/distribution.ts";
import { gamma } from "../../../src/engine/stats/gamma.ts";
import { lognormal } from "../../../src/engine/stats/lognormal.ts";
import { mixtureOf } from "../../../src/engine/stats/mixture.ts";
import { retained } from "../../../src/engine/stats/retained.ts";
import { scaledBeta } from "../../../src/engine/stats/scaled-beta.ts";
import { truncated } from "../../../src/engine/stats/truncated.ts";
import { agree } from "./agree.ts";
import oracle from "./distributions.json" with { type: "json" };

const LAWS: Record<string, (parameters: never) => Distribution> = { lognormal, gamma, scaledBeta };
const read = ({ law, parameters }: { law: string; parameters: object }) => LAWS[law]!(parameters as never);
const named = ({ law, parameters, ...cut }: { law: string; parameters: object }) => `${law} ${JSON.stringify(cut)}`;

test("truncated distributions agree with integration", () => {
  for (const { rows, mean, variance, from, to, ...base } of oracle.truncated) {
    const name = named({ ...base, ...{ from, to } });
    const law = truncated(read(base), { from: from ?? undefined, to: to ?? undefined });
    agree(`${name} mean`, law.mean, mean, 1e-10);
    agree(`${name} variance`, law.variance, variance, 1e-7);
    for (const { p, x, limited } of rows) {
      agree(`${name} quantile(${p})`, law.quantile(p), x, 1e-9);
      agree(`${name} cdf(${x})`, law.cdf(x), p, 1e-9);
      agree(`${name} limitedExpectation(${x})`, law.limitedExpectation(x), limited, 1e-10);
    }
  }
});

test("what an insurance leaves agrees with integration", () => {
  for (const { mean, variance, k, limited, deductible, limit, ...base } of oracle.retained) {
    const name = named({ ...base, ...{ deductible, limit } });
    const law = retained(read(base), { deductible, limit });
    agree(`${name} mean`, law.mean, mean, 1e-10);
    agree(`${name} variance`, law.variance, variance, 1e-9);
    agree(`${name} limitedExpectation(${k})`, law.limitedExpectation(k), limited, 1e-10);
  }
});

test("experts, mixed and by averaged quantiles, agree with roots and integration", () => {
  const { mean, mixedVariance, averagedVariance, mixedMedian, rows } = oracle.pooled;
  const parts = oracle.pooled.parts.map(({ weight, ...base }) => ({ weight, distribution: read(base) }));
  const [mixed, averaged] = [mixtureOf(parts), averagedQuantiles(parts)];
  for (const law of [mixed, averaged]) agree("mean", law.mean, mean, 1e-13);
  agree("variance of the mixture", mixed.variance, mixedVariance, 1e-12);
  agree("median of the mixture", mixed.quantile(0.5), mixedMedian, 1e-11);
  agree("variance of the average", averaged.variance, averagedVariance, 1e-7);
  for (const row of rows) {
    agree(`mixed cdf(${row.x})`, mixed.cdf(row.x), row.mixed, 1e-11);
    agree(`averaged cdf(${row.x})`, averaged.cdf(row.x), row.cdf, 1e-6);
    agree(`averaged limitedExpectation(${row.x})`, averaged.limitedExpectation(row.x), row.limited, 1e-7);
    agree(`averaged quantile(${row.cdf})`, averaged.quantile(row.cdf), row.x, 1e-9);
  }
});

test("PERT by percentiles agrees with a search for both ends at once", () => {
  expect(oracle.pertPercentiles.length).toBeGreaterThan(4);
  for (const { from, to, ...form } of oracle.pertPercentiles) {
    const shape = pertShape({ ...form, ends: "percentiles" });
    agree(`${JSON.stringify(form)} from`, shape.min, from, 1e-8);
    agree(`${JSON.stringify(form)} to`, shape.max, to, 1e-8);
  }
});

test("the nearest lognormal agrees with NumPy's line", () => {
  for (const { quantiles, mu, sigma } of oracle.lognormalThrough) {
    const fit = lognormalThrough(quantiles);
    agree("mu", fit.mu, mu, 1e-12);
    agree("sigma", fit.sigma, sigma, 1e-12);
  }
});

test("gamma and beta at the ends of what is accepted agree with SciPy", () => {
  for (const { rows, ...base } of oracle.extremes) {
    const law = read(base);
    for (const [p, x, atMean] of rows as [number, number, number][]) {
      agree(`${JSON.stringify(base)} quantile(${p})`, law.quantile(p), x, 1e-8);
      agree(`${JSON.stringify(base)} cdf(mean)`, law.cdf(law.mean), atMean, 1e-8);
    }
  }
});

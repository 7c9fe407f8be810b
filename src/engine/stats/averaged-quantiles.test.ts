import { expect, test } from "vitest";
import { brokenLaws } from "../../../test/harness/distribution-laws.ts";
import { atoms } from "./atoms.ts";
import { averagedQuantiles } from "./averaged-quantiles.ts";
import { capped } from "./capped.ts";
import { gamma } from "./gamma.ts";
import { lognormal } from "./lognormal.ts";
import { scaledBeta } from "./scaled-beta.ts";

const halves = (...laws: Parameters<typeof brokenLaws>[0][]) =>
  averagedQuantiles(laws.map((distribution) => ({ distribution, weight: 1 / laws.length })));
const uniform = (min: number, max: number) => scaledBeta({ alpha: 1, beta: 1, min, max });

test("lognormals of one sigma give the lognormal of that sigma", () => {
  const law = averagedQuantiles([
    { distribution: lognormal({ mu: 1, sigma: 1.5 }), weight: 0.3 },
    { distribution: lognormal({ mu: 2, sigma: 1.5 }), weight: 0.7 },
  ]);
  const exact = lognormal({ mu: Math.log(0.3 * Math.E + 0.7 * Math.E ** 2), sigma: 1.5 });
  expect(law.mean / exact.mean).toBeCloseTo(1, 14);
  expect(Math.abs(law.variance / exact.variance - 1)).toBeLessThan(1e-8);
  for (const x of [0.01, 0.5, 3, 20, 300, 5000]) {
    expect(Math.abs(law.cdf(x) / exact.cdf(x) - 1), `F(${x})`).toBeLessThan(1e-8);
    expect(Math.abs(law.limitedExpectation(x) / exact.limitedExpectation(x) - 1), `L(${x})`).toBeLessThan(1e-8);
    expect(Math.abs(law.secondMomentBelow!(x) / exact.secondMomentBelow!(x) - 1), `M(${x})`).toBeLessThan(1e-8);
  }
});

test("uniforms give the uniform of their average ends", () => {
  const law = halves(uniform(0, 10), uniform(4, 6));
  expect(law.support).toEqual([2, 8]);
  expect(Math.abs(law.variance / 3 - 1)).toBeLessThan(1e-8);
  for (const x of [2.001, 3, 5, 7.9]) expect(Math.abs(law.cdf(x) - (x - 2) / 6)).toBeLessThan(1e-8);
});

test.each([
  ["PERT and gamma", halves(scaledBeta({ alpha: 2, beta: 4, min: 1, max: 9 }), gamma({ shape: 2, rate: 0.3 }))],
  ["a point and a lognormal", halves(atoms([5]), lognormal({ mu: 0, sigma: 1 }))],
  ["samples and a uniform", halves(atoms([1, 5, 20]), uniform(2, 4))],
  ["a capped one, which ends flat", halves(capped(lognormal({ mu: 0, sigma: 1 }), 2), atoms([3]))],
])("%s keep the laws", (_, law) => {
  expect(brokenLaws(law, { tolerance: 2e-6 })).toEqual([]);
});

test("jumps stay jumps, an atom that all agree on stays an atom", () => {
  const jump = halves(atoms([0, 10]), uniform(0, 2));
  expect([jump.cdf(0.5), jump.cdf(5)]).toEqual([expect.closeTo(0.5, 7), expect.closeTo(0.5, 7)]);
  const flat = halves(capped(lognormal({ mu: 0, sigma: 1 }), 1), atoms([3]));
  expect([flat.cdf(1.9999), flat.cdf(2)]).toEqual([expect.closeTo(0.5, 2), 1]);
});

test("samples alone give samples, however many each has", () => {
  const law = halves(atoms([1, 3]), atoms([10, 20, 60]));
  expect(law.atoms!.values).toEqual([5.5, 10.5, 11.5, 31.5]);
  [1 / 3, 1 / 6, 1 / 6, 1 / 3].forEach((weight, k) => void expect(law.atoms!.weights[k]).toBeCloseTo(weight, 12));
  expect(law.mean).toBeCloseTo(16, 12);
});

test("one alone is itself, a weight of 0 drops out", () => {
  const one = uniform(0, 1);
  expect(halves(one)).toBe(one);
  expect(
    averagedQuantiles([
      { distribution: one, weight: 1 },
      { distribution: atoms([5]), weight: 0 },
    ]),
  ).toBe(one);
});

test("probabilities stay probabilities, however their weights round", () => {
  const shares = [0.001, 0.1, 0.3, 0.7, 1, 1.1, 3];
  for (const a of shares) {
    for (const b of shares) {
      for (const c of shares) {
        const law = averagedQuantiles(
          [a, b, c].map((weight) => ({ distribution: uniform(0, 1), weight: weight / (a + b + c) })),
        );
        expect(law.support[1]).toBeLessThanOrEqual(1);
        expect(law.quantile(1)).toBeLessThanOrEqual(1);
      }
    }
  }
});

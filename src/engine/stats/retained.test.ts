import { expect, test } from "vitest";
import { brokenLaws } from "../../../test/harness/distribution-laws.ts";
import { atoms } from "./atoms.ts";
import { capped } from "./capped.ts";
import { gamma } from "./gamma.ts";
import { lognormal } from "./lognormal.ts";
import { mixture } from "./mixture.ts";
import { retained } from "./retained.ts";
import { scaledBeta } from "./scaled-beta.ts";
import { truncated } from "./truncated.ts";

const loss = lognormal({ mu: 1, sigma: 1.2 });
const layer = { deductible: 2, limit: 5 };

test.each([
  ["lognormal", retained(loss, layer)],
  ["lognormal from the first coin", retained(loss, { deductible: 0, limit: 3 })],
  ["gamma", retained(gamma({ shape: 0.6, rate: 0.1 }), layer)],
  ["beta inside and above the layer", retained(scaledBeta({ alpha: 2, beta: 3, min: 3, max: 20 }), layer)],
  ["beta that ends inside the layer", retained(scaledBeta({ alpha: 2, beta: 3, min: 0, max: 6 }), layer)],
  ["capped", retained(capped(loss, 12), layer)],
  ["truncated", retained(truncated(loss, { from: 1, to: 50 }), layer)],
  ["mixed with a point in the layer", retained(mixture(atoms([3]), loss, 0.5), layer)],
  ["insured twice", retained(retained(loss, layer), { deductible: 8, limit: 10 })],
])("%s keeps the laws", (_, law) => {
  expect(brokenLaws(law)).toEqual([]);
});

test("losses inside the layer sit on the deductible", () => {
  const law = retained(loss, layer);
  expect(law.cdf(2) - law.cdf(1.999999999)).toBeCloseTo(loss.cdf(7) - loss.cdf(2), 8);
  expect(law.quantile(loss.cdf(4))).toBe(2);
  expect(law.quantile(loss.cdf(9))).toBeCloseTo(4, 12);
  expect(law.density).toBeUndefined();
  expect(retained(atoms([1, 5, 20]), layer).atoms).toEqual({ values: [1, 2, 15], weights: [1 / 3, 1 / 3, 1 / 3] });
});

test("what is retained and what the insurer pays add up to the loss", () => {
  const paid = loss.limitedExpectation(7) - loss.limitedExpectation(2);
  expect(retained(loss, layer).mean + paid).toBeCloseTo(loss.mean, 12);
});

test("ends of the range: losses below the deductible are kept whole, a layer that holds all leaves a point", () => {
  const small = scaledBeta({ alpha: 2, beta: 2, min: 0, max: 2 });
  expect(retained(small, layer)).toBe(small);
  expect(retained(loss, { deductible: 2, limit: 0 })).toBe(loss);
  const within = retained(scaledBeta({ alpha: 2, beta: 2, min: 3, max: 6 }), layer);
  expect([within.mean, within.variance, within.support]).toEqual([2, 0, [2, 2]]);
});

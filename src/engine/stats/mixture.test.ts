import { expect, test } from "vitest";
import { brokenLaws } from "../../../test/harness/distribution-laws.ts";
import { atoms } from "./atoms.ts";
import { lognormal } from "./lognormal.ts";
import { mixture, mixtureOf } from "./mixture.ts";
import { scaledBeta } from "./scaled-beta.ts";

const body = lognormal({ mu: 0, sigma: 0.5 });
const tail = lognormal({ mu: 2, sigma: 1 });

test("probabilities and second moments mix", () => {
  const mixed = mixture(body, tail, 0.25);
  const second = 0.75 * (body.variance + body.mean ** 2) + 0.25 * (tail.variance + tail.mean ** 2);
  expect(mixed.variance + mixed.mean ** 2).toBeCloseTo(second, 9);
  for (const p of [0.05, 0.5, 0.95]) expect(mixed.cdf(mixed.quantile(p))).toBeCloseTo(p, 12);
});

test("a share of 0 or 1 is one of the two, a point keeps its jump", () => {
  expect(mixture(body, tail, 0)).toBe(body);
  expect(mixture(body, tail, 1)).toBe(tail);
  const jump = mixture(atoms([0]), tail, 0.4);
  expect(jump.cdf(0)).toBe(0.6);
  expect(jump.quantile(0.5)).toBe(0);
});

test("any number may be mixed, with its density where all have one", () => {
  const parts = [0.2, 0.3, 0.5].map((weight, k) => ({
    distribution: lognormal({ mu: k, sigma: 0.5 + k / 4 }),
    weight,
  }));
  const law = mixtureOf(parts);
  expect(brokenLaws(law)).toEqual([]);
  const slope = (law.cdf(3.0001) - law.cdf(2.9999)) / 0.0002;
  expect(law.density!(3)).toBeCloseTo(slope, 7);
  expect(mixtureOf([...parts, { distribution: atoms([4]), weight: 0 }]).mean).toBe(law.mean);
  expect(
    mixtureOf([
      { distribution: atoms([1]), weight: 0.5 },
      { distribution: body, weight: 0.5 },
    ]).density,
  ).toBe(undefined);
});

test("between parts that lie apart the quantile is the end of the lower one", () => {
  const apart = mixture(
    scaledBeta({ alpha: 1, beta: 1, min: 1, max: 2 }),
    scaledBeta({ alpha: 1, beta: 1, min: 10, max: 20 }),
    0.5,
  );
  expect(apart.quantile(0.5)).toBeCloseTo(2, 12);
  expect(brokenLaws(apart)).toEqual([]);
});

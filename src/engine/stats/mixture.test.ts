import { expect, test } from "vitest";
import { atoms } from "./atoms.ts";
import { lognormal } from "./lognormal.ts";
import { mixture } from "./mixture.ts";

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

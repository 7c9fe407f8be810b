import { expect, test } from "vitest";
import { atoms } from "./atoms.ts";
import { gamma } from "./gamma.ts";
import { lognormal } from "./lognormal.ts";
import { scaledBeta } from "./scaled-beta.ts";
import { total } from "./total.ts";

test("five gammas of one rate are a gamma", () => {
  const shapes = [0.5, 2, 1, 3, 1.5];
  const sum = total(shapes.map((shape) => gamma({ shape, rate: 0.1 })));
  const expected = gamma({ shape: 8, rate: 0.1 });
  expect(Math.abs(sum.mean - 80)).toBeLessThan(1e-9);
  expect(Math.abs(sum.variance - 800)).toBeLessThan(1e-8);
  for (const x of [20, 50, 80, 120, 200]) expect(Math.abs(sum.cdf(x) - expected.cdf(x))).toBeLessThan(1e-4);
  expect(Math.abs(sum.quantile(0.99) / expected.quantile(0.99) - 1)).toBeLessThan(2e-4);
});

test("mean, variance and support are exact, and the order of the addends does not matter", () => {
  const addends = [
    lognormal({ mu: 8, sigma: 1 }),
    scaledBeta({ alpha: 2, beta: 3, min: 100, max: 9000 }),
    atoms([0, 0, 5000]),
    atoms([250]),
  ];
  const sum = total(addends);
  const mean = addends.reduce((all, addend) => all + addend.mean, 0);
  expect(Math.abs(sum.mean / mean - 1)).toBeLessThan(1e-14);
  expect(sum.support).toEqual([350, Infinity]);
  const turned = total([...addends].reverse());
  for (const x of [1000, 5000, 20000]) expect(turned.cdf(x)).toBeCloseTo(sum.cdf(x), 12);
});

test("nothing adds up to 0, values to values", () => {
  expect(total([]).mean).toBe(0);
  expect(total([atoms([1]), atoms([2, 4]), atoms([10])]).atoms!.values).toEqual([13, 15]);
});

test("thousands of samples each add up in bins that keep the moments", () => {
  const samples = (step: number) => atoms(Array.from({ length: 3000 }, (_, k) => 1000 + ((k * step) % 1) * 5e5));
  const addends = [samples(0.6180339), samples(0.4142135)];
  const sum = total(addends);
  expect(sum.atoms!.values.length).toBeLessThan(2000);
  expect(Math.abs(sum.mean / (addends[0]!.mean + addends[1]!.mean) - 1)).toBeLessThan(1e-11);
  expect(Math.abs(sum.variance / (addends[0]!.variance + addends[1]!.variance) - 1)).toBeLessThan(1e-9);
});

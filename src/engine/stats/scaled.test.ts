import { expect, test } from "vitest";
import { atoms } from "./atoms.ts";
import { gamma } from "./gamma.ts";
import { scaled } from "./scaled.ts";

test("a gamma keeps its form, with the rate divided", () => {
  const tenfold = scaled(gamma({ shape: 2, rate: 4 }), 10);
  const expected = gamma({ shape: 2, rate: 0.4 });
  expect(tenfold.form).toEqual({ family: "gamma", shape: 2, rate: 0.4 });
  expect(tenfold.variance).toBeCloseTo(expected.variance, 12);
  for (const x of [1, 5, 20]) {
    expect(tenfold.density!(x)).toBeCloseTo(expected.density!(x), 13);
    expect(tenfold.limitedExpectation(x)).toBeCloseTo(expected.limitedExpectation(x), 12);
    expect(tenfold.secondMomentBelow!(x)).toBeCloseTo(expected.secondMomentBelow!(x), 11);
  }
});

test("a factor of 1 changes nothing, of 0 leaves nothing", () => {
  const distribution = atoms([1, 2]);
  expect(scaled(distribution, 1)).toBe(distribution);
  expect(scaled(distribution, 0).atoms).toEqual({ values: [0], weights: [1] });
});

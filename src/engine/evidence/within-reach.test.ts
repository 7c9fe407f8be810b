import { expect, test } from "vitest";
import { atoms } from "../stats/atoms.ts";
import { discretize } from "../stats/discretize.ts";
import { gamma } from "../stats/gamma.ts";
import { scaledBeta } from "../stats/scaled-beta.ts";
import { withinReach } from "./within-reach.ts";

test("a needle in [0, 1] is parted where it is, and keeps its variance", () => {
  const needle = scaledBeta({ alpha: 40, beta: 3960, min: 0, max: 1 });
  const variance = (bins: number, of = needle) => {
    const { values, weights } = discretize(of, bins);
    return values.reduce((sum, value, k) => sum + weights[k]! * (value - needle.mean) ** 2, 0);
  };
  expect(variance(32, withinReach(needle)) / needle.variance).toBeCloseTo(1, 2);
});

test("points and quantities without an upper bound are left as they are", () => {
  const [point, unbounded] = [atoms([1, 2]), gamma({ shape: 1, rate: 1 })];
  expect(withinReach(point)).toBe(point);
  expect(withinReach(unbounded)).toBe(unbounded);
});

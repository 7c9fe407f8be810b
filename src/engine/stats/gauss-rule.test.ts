import { expect, test } from "vitest";
import { discretize } from "./discretize.ts";
import { gaussRule } from "./gauss-rule.ts";
import { scaledBeta } from "./scaled-beta.ts";

const measure = discretize(scaledBeta({ alpha: 2, beta: 5, min: 0, max: 1 }), 48);
const moment = ({ values, weights }: typeof measure, power: number) =>
  values.reduce((sum, value, k) => sum + weights[k]! * value ** power, 0);

test.each([1, 2, 5, 12])("%d nodes keep as many moments as they can, inside the support", (count) => {
  const rule = gaussRule(measure, count);
  expect(rule.values).toHaveLength(count);
  for (let power = 0; power < 2 * count; power++) {
    expect(Math.abs(moment(rule, power) / moment(measure, power) - 1)).toBeLessThan(1e-11);
  }
  for (const value of rule.values) expect(value > 0 && value < 1).toBe(true);
  for (const weight of rule.weights) expect(weight).toBeGreaterThan(0);
});

test("a measure no larger than asked is returned, and left alone", () => {
  const small = { values: [1, 2], weights: [0.5, 0.5] };
  expect(gaussRule(small, 2)).toBe(small);
  expect(gaussRule({ values: [3, 3, 3], weights: [0.2, 0.3, 0.5] }, 2).values).toHaveLength(1);
});

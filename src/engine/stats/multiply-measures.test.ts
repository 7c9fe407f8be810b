import { expect, test } from "vitest";
import { multiplyMeasures } from "./multiply-measures.ts";

test("few values are multiplied exactly, ties merged", () => {
  const both = multiplyMeasures({ values: [1, 2], weights: [0.5, 0.5] }, { values: [2, 4], weights: [0.25, 0.75] });
  expect(both).toEqual({ values: [2, 4, 8], weights: [0.125, 0.5, 0.375] });
});

test("many values give the transform of the product, in either order", () => {
  const even = (count: number) => ({
    values: Array.from({ length: count }, (_, k) => (k + 0.5) / count),
    weights: Array.from({ length: count }, () => 1 / count),
  });
  const transform = ({ values, weights }: ReturnType<typeof even>) =>
    values.reduce((sum, value, k) => sum + weights[k]! * Math.exp(-3 * value), 0);
  const a = even(100);
  const b = even(60);
  const exact =
    a.values.reduce((sum, x) => sum + b.values.reduce((part, y) => part + Math.exp(-3 * x * y), 0), 0) / 6000;
  expect(Math.abs(transform(multiplyMeasures(a, b) as never) - exact)).toBeLessThan(1e-9);
  expect(Math.abs(transform(multiplyMeasures(b, a) as never) - exact)).toBeLessThan(1e-9);
});

import { expect, test } from "vitest";
import { MeasureBins } from "./measure-bins.ts";

test("a bin keeps mass, mean, variance and third moment on two values; zero stays apart", () => {
  const bins = new MeasureBins({ top: Math.log(8), perLogUnit: 1 });
  const given = [
    [7.5, 0.2],
    [6, 0.3],
    [5.5, 0.1],
    [0, 0.4],
  ] as const;
  for (const [value, weight] of given) bins.add(value, Math.log(value), weight);
  const { values, weights } = bins.measure();
  expect(values).toHaveLength(3);
  expect([values[0], weights[0]]).toEqual([0, 0.4]);
  for (const power of [0, 1, 2, 3]) {
    const kept = values.reduce((sum, value, k) => sum + weights[k]! * value ** power, 0);
    const expected = given.reduce((sum, [value, weight]) => sum + weight * value ** power, 0);
    expect(Math.abs(kept / expected - 1)).toBeLessThan(1e-12);
  }
});

test("a value beyond the depth goes to the last bin", () => {
  const bins = new MeasureBins({ top: 0, perLogUnit: 4 });
  bins.add(1e-300, Math.log(1e-300), 1);
  expect(bins.measure().weights).toEqual([1]);
});

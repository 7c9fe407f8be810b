import { expect, test } from "vitest";
import { findRoot } from "./find-root.ts";

test.each([
  [(x: number) => Math.expm1(x) - 1, Math.LN2],
  [(x: number) => x ** 9 - 1e-9, 0.1],
  [(x: number) => Math.atan(40 * (x - 0.9)), 0.9],
  [(x: number) => Math.cbrt(x - 0.3), 0.3],
])("finds the root of %s", (f, root) => {
  expect(findRoot(f, { low: 0, high: 1 }) / root).toBeCloseTo(1, 13);
});

test("ends of the range, and few calls where the function is nearly straight", () => {
  expect(findRoot((x) => x, { low: 0, high: 1 })).toBe(0);
  expect(findRoot((x) => x - 1, { low: 0, high: 1 })).toBe(1);
  let calls = 0;
  findRoot(
    (x) => {
      calls++;
      return x + 0.1 * x * x - 0.4;
    },
    { low: 0, high: 1 },
  );
  expect(calls).toBeLessThan(15);
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { addToSums, combineSums, exactSums, sumsAt } from "./exact-sums.ts";

function sumOf(values: readonly number[]) {
  const sums = exactSums(1);
  for (const value of values) addToSums(sums, 0, value);
  return sums;
}

test("any order and any partition give the same bits, and the plain sum to 1e-13 a row", () => {
  const values = fc.array(fc.double({ min: -40, max: 40, noNaN: true }), { maxLength: 60 });
  fc.assert(
    fc.property(values, values, (a, b) => {
      const whole = sumOf([...a, ...b]);
      const parts = sumOf(b.toReversed());
      combineSums(parts, 0, sumOf(a), 0, 1);
      expect(parts).toEqual(whole);
      expect(Math.abs(sumsAt(whole, 0) - [...a, ...b].reduce((x, y) => x + y, 0))).toBeLessThan(1e-11);
      combineSums(parts, 0, sumOf(a), 0, -1);
      expect(parts).toEqual(sumOf(b));
    }),
  );
});

test("a multiple is the repeated sum", () => {
  const once = exactSums(1);
  addToSums(once, 0, 0.1234567891234, 1000);
  expect(once).toEqual(sumOf(new Array(1000).fill(0.1234567891234)));
});

test("0.1 ten times and −0.1 ten times are zero", () => {
  expect(sumOf([...new Array(10).fill(0.1), ...new Array(10).fill(-0.1)])).toEqual(exactSums(1));
});

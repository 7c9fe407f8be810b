import fc from "fast-check";
import { expect, test } from "vitest";
import { nearestCorrelation } from "./nearest-correlation.ts";
import { symmetricEigen } from "./symmetric-eigen.ts";

const rowsOf = (...rows: number[][]) => rows.map((row) => Float64Array.from(row));

test("the example of Higham (2002): the tridiagonal matrix of ones", () => {
  const nearest = nearestCorrelation(rowsOf([1, 1, 0], [1, 1, 1], [0, 1, 1]));
  expect(nearest[0]![1]).toBeCloseTo(0.7607, 4);
  expect(nearest[0]![2]).toBeCloseTo(0.1573, 4);
  expect(nearest[1]![2]).toBeCloseTo(0.7607, 4);
});

const triples = fc.tuple(...[1, 2, 3].map(() => fc.double({ min: -1, max: 1, noNaN: true })));

test("the nearest matrix is a correlation matrix, and stays where it is", () => {
  fc.assert(
    fc.property(triples, ([a = 0, b = 0, c = 0]) => {
      const nearest = nearestCorrelation(rowsOf([1, a, b], [a, 1, c], [b, c, 1]));
      expect(Math.min(...symmetricEigen(nearest).values)).toBeGreaterThan(-1e-9);
      for (const [i, row] of nearest.entries()) {
        expect(row[i]).toBe(1);
        for (const [j, value] of row.entries()) expect(value).toBeCloseTo(nearest[j]![i]!, 14);
      }
      const again = nearestCorrelation(nearest);
      for (const [i, row] of again.entries()) {
        for (const [j, value] of row.entries()) expect(Math.abs(value - nearest[i]![j]!)).toBeLessThan(1e-7);
      }
    }),
  );
});

test("no other correlation matrix tried is nearer", () => {
  const given = rowsOf([1, 0.9, -0.5], [0.9, 1, 0.6], [-0.5, 0.6, 1]);
  const nearest = nearestCorrelation(given);
  const distance = (to: readonly Float64Array[]) =>
    given.reduce((sum, row, i) => sum + row.reduce((s, value, j) => s + (value - to[i]![j]!) ** 2, 0), 0);
  const least = distance(nearest);
  fc.assert(
    fc.property(triples, ([a = 0, b = 0, c = 0]) => {
      const other = rowsOf([1, a, b], [a, 1, c], [b, c, 1]);
      fc.pre(Math.min(...symmetricEigen(other).values) >= 0);
      expect(distance(other)).toBeGreaterThan(least - 1e-7);
    }),
  );
});

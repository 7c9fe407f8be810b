import fc from "fast-check";
import { expect, test } from "vitest";
import { linearSystem } from "./linear-system.ts";

test("the solution fulfils the equations, whatever the order of the rows", () => {
  const entry = fc.double({ min: -10, max: 10, noNaN: true });
  fc.assert(
    fc.property(fc.array(fc.array(entry, { minLength: 4, maxLength: 4 }), { minLength: 4, maxLength: 4 }), (rows) => {
      // A diagonal that dominates makes it solvable; the rows are then turned, so that pivots are needed.
      const dominant = rows.map((row, i) => row.map((value, j) => (i === j ? value + 50 : value)));
      const turned = [...dominant.slice(1), dominant[0]!];
      const x = linearSystem(turned)([1, 2, 3, 4]);
      for (const [i, row] of turned.entries())
        expect(row.reduce((sum, value, j) => sum + value * x[j]!, 0)).toBeCloseTo(i + 1, 10);
    }),
    { numRuns: 40 },
  );
});

test("a singular matrix gives its null direction", () => {
  const [x, y] = linearSystem([
    [1, -1],
    [-1, 1],
  ])([1, 1]) as [number, number];
  expect(x / y).toBeCloseTo(1, 12);
});

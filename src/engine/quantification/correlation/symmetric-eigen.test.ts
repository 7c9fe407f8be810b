import fc from "fast-check";
import { expect, test } from "vitest";
import { symmetricEigen } from "./symmetric-eigen.ts";

const symmetric = fc
  .integer({ min: 1, max: 8 })
  .chain((n) =>
    fc
      .array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: n * n, maxLength: n * n })
      .map((values) =>
        Array.from({ length: n }, (_, i) =>
          Float64Array.from({ length: n }, (_, j) => values[Math.min(i, j) * n + Math.max(i, j)]!),
        ),
      ),
  );

test("vectors are orthonormal, and scaled by the values make the matrix up again", () => {
  fc.assert(
    fc.property(symmetric, (matrix) => {
      const { values, vectors } = symmetricEigen(matrix);
      for (const [i, row] of matrix.entries()) {
        for (const [j, value] of row.entries()) {
          const again = vectors.reduce((sum, vector, k) => sum + values[k]! * vector[i]! * vector[j]!, 0);
          expect(again).toBeCloseTo(value, 11);
          const product = vectors[i]!.reduce((sum, x, k) => sum + x * vectors[j]![k]!, 0);
          expect(product).toBeCloseTo(i === j ? 1 : 0, 12);
        }
      }
    }),
    { numRuns: 1000 },
  );
});

test.each([
  [
    [
      [0, 5e-324],
      [5e-324, 0],
    ],
  ],
  [
    [
      [1, 0, 0],
      [0, 0, 1e-320],
      [0, 1e-320, 0],
    ],
  ],
  [
    [
      [0, 0, 0, 3e-6, 0],
      [0, 0, -3e-255, -1e-108, 0],
      [0, -3e-255, 0, 0, 0],
      [3e-6, -1e-108, 0, 0, 0],
      [0, 0, 0, 0, 0],
    ],
  ],
])("entries of very different size, down to the smallest: %j", (rows) => {
  const { values, vectors } = symmetricEigen(rows.map((row) => Float64Array.from(row)));
  const largest = Math.max(...rows.flat());
  for (const [i, row] of rows.entries()) {
    expect(Math.hypot(...vectors[i]!)).toBeCloseTo(1, 12);
    for (const [j, value] of row.entries()) {
      const again = vectors.reduce((sum, vector, k) => sum + values[k]! * vector[i]! * vector[j]!, 0);
      expect(Math.abs(again - value)).toBeLessThanOrEqual(Math.max(1e-14 * largest, Number.MIN_VALUE));
    }
  }
});

test("one correlation r among n has eigenvalues 1 + (n − 1) r once and 1 − r else", () => {
  const matrix = Array.from({ length: 60 }, (_, i) => Float64Array.from({ length: 60 }, (_, j) => (i === j ? 1 : 0.3)));
  const values = [...symmetricEigen(matrix).values].sort((a, b) => b - a);
  expect(values[0]).toBeCloseTo(1 + 59 * 0.3, 11);
  for (const value of values.slice(1)) expect(value).toBeCloseTo(0.7, 12);
});

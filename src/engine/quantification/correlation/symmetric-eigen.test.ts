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
  );
});

test.each([
  [
    [0, 5e-324],
    [5e-324, 0],
  ],
  [
    [0, 0, 0],
    [0, 0, -5e-324],
    [0, -5e-324, 0],
  ],
  [
    [1, 0, 0],
    [0, 0, 1e-320],
    [0, 1e-320, 0],
  ],
])("entries next to nothing turn no vector out of length: %j", (...rows) => {
  const { vectors } = symmetricEigen(rows.map((row) => Float64Array.from(row)));
  for (const vector of vectors) expect(Math.hypot(...vector)).toBeCloseTo(1, 12);
});

test("one correlation r among n has eigenvalues 1 + (n − 1) r once and 1 − r else", () => {
  const matrix = Array.from({ length: 60 }, (_, i) => Float64Array.from({ length: 60 }, (_, j) => (i === j ? 1 : 0.3)));
  const values = [...symmetricEigen(matrix).values].sort((a, b) => b - a);
  expect(values[0]).toBeCloseTo(1 + 59 * 0.3, 11);
  for (const value of values.slice(1)) expect(value).toBeCloseTo(0.7, 12);
});

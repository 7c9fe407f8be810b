import { symmetricEigen } from "./symmetric-eigen.ts";

const MOST_STEPS = 500;
const CLOSE = 1e-9;

/**
 * The correlation matrix nearest to a symmetric matrix with unit diagonal: positive semidefinite, by the sum of squared
 * changes the least changed.
 *
 * Alternating projections with Dykstra's correction (Higham, IMA J. Numer. Anal. 22, 2002), then scaled to a unit
 * diagonal; to about 1e-9. A correlation matrix comes back as it was, to rounding.
 *
 * @example
 * nearestCorrelation([Float64Array.of(1, 0.5), Float64Array.of(0.5, 1)])[0][1].toFixed(9) // => "0.500000000"
 */
export function nearestCorrelation(matrix: readonly Float64Array[]): Float64Array[] {
  const n = matrix.length;
  const correction = matrix.map(() => new Float64Array(n));
  let unit: Float64Array[] = matrix.map((row) => row.slice());
  let positive = unit;
  for (let step = 0; step < MOST_STEPS; step++) {
    const corrected = unit.map((row, i) => row.map((value, j) => value - correction[i]![j]!));
    positive = withoutNegative(corrected);
    let distance = 0;
    for (const [i, row] of positive.entries()) {
      for (const [j, value] of row.entries()) correction[i]![j] = value - corrected[i]![j]!;
      distance = Math.max(distance, Math.abs(row[i]! - 1));
    }
    unit = positive.map((row, i) => row.map((value, j) => (i === j ? 1 : value)));
    if (distance < CLOSE) break;
  }
  const scale = positive.map((row, i) => 1 / Math.sqrt(row[i]!));
  return positive.map((row, i) => row.map((value, j) => (i === j ? 1 : value * scale[i]! * scale[j]!)));
}

/** The nearest positive semidefinite matrix: negative eigenvalues become 0. */
function withoutNegative(matrix: readonly Float64Array[]): Float64Array[] {
  const n = matrix.length;
  const { values, vectors } = symmetricEigen(matrix);
  const sum = matrix.map(() => new Float64Array(n));
  for (const [k, vector] of vectors.entries()) {
    const value = values[k]!;
    if (value <= 0) continue;
    for (let i = 0; i < n; i++) {
      const scaled = value * vector[i]!;
      for (let j = 0; j < n; j++) sum[i]![j]! += scaled * vector[j]!;
    }
  }
  return sum;
}

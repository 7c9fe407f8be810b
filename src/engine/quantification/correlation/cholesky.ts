/** A pivot this small is rounding of 0. */
const ZERO = 1e-9;

/**
 * Cholesky factor of a correlation matrix: lower triangular L with L Lᵀ = A, row by row, row i of length i + 1; null
 * where the matrix is indefinite. Semidefinite matrices (a correlation of 1) have one, with zeros on the diagonal.
 *
 * @example
 * cholesky([Float64Array.of(1, 0.6), Float64Array.of(0.6, 1)])[1] // => [0.6, 0.8]
 */
export function cholesky(matrix: readonly Float64Array[]): Float64Array[] | null {
  const rows: Float64Array[] = [];
  for (let i = 0; i < matrix.length; i++) {
    const row = new Float64Array(i + 1);
    rows.push(row);
    for (let j = 0; j <= i; j++) {
      const other = rows[j]!;
      let rest = matrix[i]![j]!;
      for (let k = 0; k < j; k++) rest -= row[k]! * other[k]!;
      if (j === i) {
        if (rest < -ZERO) return null;
        row[i] = rest <= ZERO ? 0 : Math.sqrt(rest);
      } else if (other[j] === 0) {
        // Nothing is left of j beyond those before it, so nothing may be left to explain by it.
        if (Math.abs(rest) > Math.sqrt(ZERO)) return null;
      } else {
        row[j] = rest / other[j]!;
      }
    }
  }
  return rows;
}

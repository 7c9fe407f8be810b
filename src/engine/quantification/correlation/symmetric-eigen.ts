/** Eigenvalues, and the eigenvector of each as a row; in no order. */
export interface Eigen {
  readonly values: Float64Array;
  readonly vectors: readonly Float64Array[];
}

const MOST_SWEEPS = 60;

/**
 * Eigenvalues and orthonormal eigenvectors of a symmetric matrix, by cyclic Jacobi rotations, to rounding.
 *
 * Source: Golub and Van Loan, Matrix Computations, 4th ed., section 8.5. Time 10 n³ and more: for n in the hundreds.
 *
 * @example
 * symmetricEigen([Float64Array.of(2, 0), Float64Array.of(0, 3)]).values // => [2, 3]
 */
export function symmetricEigen(matrix: readonly Float64Array[]): Eigen {
  const n = matrix.length;
  const a = matrix.map((row) => row.slice());
  const vectors = matrix.map((_, i) => Float64Array.from({ length: n }, (_, j) => (i === j ? 1 : 0)));
  for (let sweep = 0; sweep < MOST_SWEEPS; sweep++) {
    let beside = 0;
    let all = 0;
    for (let p = 0; p < n; p++) {
      for (let q = 0; q < n; q++) {
        all += a[p]![q]! ** 2;
        if (p !== q) beside += a[p]![q]! ** 2;
      }
    }
    if (beside <= 1e-30 * all) break;
    for (let p = 0; p < n - 1; p++) for (let q = p + 1; q < n; q++) rotate(a, vectors, p, q);
  }
  return { values: Float64Array.from(a, (row, i) => row[i]!), vectors };
}

/** Turns the plane of p and q so that the entry between them becomes 0. */
function rotate(a: readonly Float64Array[], vectors: readonly Float64Array[], p: number, q: number): void {
  const between = a[p]![q]!;
  if (between === 0) return;
  const theta = (a[q]![q]! - a[p]![p]!) / (2 * between);
  const tangent = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const cosine = 1 / Math.sqrt(tangent * tangent + 1);
  const sine = tangent * cosine;
  turn(a[p]!, a[q]!, cosine, sine);
  turn(vectors[p]!, vectors[q]!, cosine, sine);
  for (const row of a) {
    const x = row[p]!;
    const y = row[q]!;
    row[p] = cosine * x - sine * y;
    row[q] = sine * x + cosine * y;
  }
}

function turn(x: Float64Array, y: Float64Array, cosine: number, sine: number): void {
  for (let k = 0; k < x.length; k++) {
    const first = x[k]!;
    const second = y[k]!;
    x[k] = cosine * first - sine * second;
    y[k] = sine * first + cosine * second;
  }
}

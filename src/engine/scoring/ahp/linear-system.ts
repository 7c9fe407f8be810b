/**
 * Factors a square matrix once (LU with partial pivoting), to solve A·x = b for any number of right sides.
 *
 * A pivot of zero is taken as the smallest that rounding would leave, so that a matrix singular to rounding, as inverse
 * iteration meets at its end, still gives its null direction.
 *
 * @example
 * linearSystem([[2, 0], [0, 4]])([2, 2]) // => [1, 0.5]
 */
export function linearSystem(matrix: readonly (readonly number[])[]): (right: readonly number[]) => number[] {
  const n = matrix.length;
  const lu = matrix.map((row) => Float64Array.from(row));
  const order = Array.from({ length: n }, (_, i) => i);
  const largest = lu.reduce((most, row) => row.reduce((max, value) => Math.max(max, Math.abs(value)), most), 0);
  for (let k = 0; k < n; k++) {
    let pivot = k;
    for (let i = k + 1; i < n; i++) if (Math.abs(lu[i]![k]!) > Math.abs(lu[pivot]![k]!)) pivot = i;
    [lu[k], lu[pivot]] = [lu[pivot]!, lu[k]!];
    [order[k], order[pivot]] = [order[pivot]!, order[k]!];
    const row = lu[k]!;
    if (row[k] === 0) row[k] = Number.EPSILON * (largest || 1);
    for (let i = k + 1; i < n; i++) {
      const below = lu[i]!;
      const factor = below[k]! / row[k]!;
      below[k] = factor;
      if (factor !== 0) for (let j = k + 1; j < n; j++) below[j]! -= factor * row[j]!;
    }
  }
  return (right) => {
    const x = order.map((i) => right[i]!);
    for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) x[i]! -= lu[i]![j]! * x[j]!;
    for (let i = n - 1; i >= 0; i--) {
      for (let j = i + 1; j < n; j++) x[i]! -= lu[i]![j]! * x[j]!;
      x[i]! /= lu[i]![i]!;
    }
    return x;
  };
}

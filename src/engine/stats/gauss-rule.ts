import type { WeightedValues } from "./distribution.ts";

/**
 * The Gauss quadrature rule of a measure: at most `count` nodes and weights that integrate every polynomial of degree
 * 2·count − 1 as the measure does, so that mean and variance stay what they were.
 *
 * The recurrence comes from the measure's own points (Lanczos with full reorthogonalisation), nodes and weights from
 * its tridiagonal matrix (Golub and Welsch 1969, implicit QL). A measure of no more points than asked is returned.
 *
 * @example
 * gaussRule({ values: [0, 1, 2], weights: [0.25, 0.5, 0.25] }, 1).values // => [1]
 */
export function gaussRule(measure: WeightedValues, count: number): WeightedValues {
  const size = measure.values.length;
  if (size <= count) return measure;
  const total = measure.weights.reduce((sum, weight) => sum + weight, 0);
  const { diagonal, offDiagonal } = recurrence(measure, total, count);
  const first = eigenFirstComponents(diagonal, offDiagonal);
  return { values: diagonal, weights: first.map((component) => total * component * component) };
}

function recurrence({ values, weights }: WeightedValues, total: number, count: number) {
  const size = values.length;
  const diagonal: number[] = [];
  const offDiagonal: number[] = [];
  const basis: Float64Array[] = [Float64Array.from(weights, (weight) => Math.sqrt(weight / total))];
  const scale = Math.max(...values.map(Math.abs)) || 1;
  for (let k = 0; k < count; k++) {
    const current = basis[k]!;
    const next = new Float64Array(size);
    let centre = 0;
    for (let j = 0; j < size; j++) centre += values[j]! * current[j]! * current[j]!;
    diagonal.push(centre);
    for (let j = 0; j < size; j++) next[j] = values[j]! * current[j]!;
    for (let pass = 0; pass < 2; pass++) {
      for (const vector of basis) {
        let dot = 0;
        for (let j = 0; j < size; j++) dot += vector[j]! * next[j]!;
        for (let j = 0; j < size; j++) next[j] = next[j]! - dot * vector[j]!;
      }
    }
    let norm = 0;
    for (const entry of next) norm += entry * entry;
    norm = Math.sqrt(norm);
    if (k === count - 1 || norm < 1e-13 * scale) break;
    offDiagonal.push(norm);
    for (let j = 0; j < size; j++) next[j] = next[j]! / norm;
    basis.push(next);
  }
  offDiagonal.push(0);
  return { diagonal, offDiagonal };
}

/** Implicit QL on a symmetric tridiagonal matrix: the diagonal becomes the eigenvalues. */
function eigenFirstComponents(diagonal: number[], offDiagonal: number[]): number[] {
  const n = diagonal.length;
  const first: number[] = diagonal.map((_, k) => (k === 0 ? 1 : 0));
  for (let l = 0; l < n; l++) {
    for (let iteration = 0; iteration < 100; iteration++) {
      let m = l;
      while (m < n - 1) {
        const size = Math.abs(diagonal[m]!) + Math.abs(diagonal[m + 1]!);
        if (Math.abs(offDiagonal[m]!) <= 1e-16 * size) break;
        m++;
      }
      if (m === l) break;
      let g = (diagonal[l + 1]! - diagonal[l]!) / (2 * offDiagonal[l]!);
      let r = Math.hypot(g, 1);
      g = diagonal[m]! - diagonal[l]! + offDiagonal[l]! / (g + (g >= 0 ? r : -r));
      let s = 1;
      let c = 1;
      let p = 0;
      for (let i = m - 1; i >= l; i--) {
        let f = s * offDiagonal[i]!;
        const b = c * offDiagonal[i]!;
        r = Math.hypot(f, g);
        offDiagonal[i + 1] = r;
        if (r === 0) {
          diagonal[i + 1] = diagonal[i + 1]! - p;
          break;
        }
        s = f / r;
        c = g / r;
        g = diagonal[i + 1]! - p;
        r = (diagonal[i]! - g) * s + 2 * c * b;
        p = s * r;
        diagonal[i + 1] = g + p;
        g = c * r - b;
        f = first[i + 1]!;
        first[i + 1] = s * first[i]! + c * f;
        first[i] = c * first[i]! - s * f;
      }
      diagonal[l] = diagonal[l]! - p;
      offDiagonal[l] = g;
      offDiagonal[m] = 0;
    }
  }
  return first;
}

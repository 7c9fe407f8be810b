import type { ComparisonMatrix } from "./comparison-matrix.ts";
import { geometricMeanWeights } from "./geometric-mean-weights.ts";
import { harkerMatrix } from "./harker-matrix.ts";
import { linearSystem } from "./linear-system.ts";

const mostSteps = 100;
const near = 1e-13;

/**
 * Largest eigenvalue of a comparison matrix and its vector, summing to 1: Saaty's priorities. λ is at least the number of
 * items, and equal to it where the judgements agree with one another.
 *
 * Missing judgements by Harker (1987): an entry that nobody gave is 0, the diagonal 1 + how many the row misses. Found by
 * Noda's iteration (1971), which keeps every vector positive and converges quadratically; nothing is rounded.
 *
 * @example
 * principalEigenvector(comparisonMatrix(["a", "b"], [{ left: "a", right: "b", ratio: 4 }])) // => { lambda: 2, weights: [0.8, 0.2] }
 */
export function principalEigenvector(matrix: ComparisonMatrix): {
  readonly lambda: number;
  readonly weights: number[];
} {
  const entries = harkerMatrix(matrix);
  let weights = geometricMeanWeights(matrix);
  for (let step = 0; ; step++) {
    const quotients = entries.map((row, i) => dot(row, weights) / weights[i]!);
    const [low, high] = [Math.min(...quotients), Math.max(...quotients)];
    if (high - low <= near * high || step === mostSteps) {
      // What rounding leaves below the bound that no comparison matrix can fall short of.
      const lambda = quotients.reduce((sum, quotient, i) => sum + quotient * weights[i]!, 0);
      return { lambda: Math.max(entries.length, lambda), weights };
    }
    const shifted = entries.map((row, i) => row.map((entry, j) => (i === j ? high - entry : -entry)));
    const next = linearSystem(shifted)(weights).map(Math.abs);
    const sum = next.reduce((total, weight) => total + weight, 0);
    const following = next.map((weight) => weight / sum);
    const settled = following.every((weight, i) => Math.abs(weight - weights[i]!) <= 2 * Number.EPSILON * weight);
    weights = following;
    if (settled) step = mostSteps - 1;
  }
}

function dot(row: readonly number[], column: readonly number[]): number {
  let sum = 0;
  for (let j = 0; j < row.length; j++) sum += row[j]! * column[j]!;
  return sum;
}

import type { ComparisonMatrix } from "./comparison-matrix.ts";
import { linearSystem } from "./linear-system.ts";

/**
 * Weights by logarithmic least squares: those whose quotients are nearest to the judgements in logarithms. Of a complete
 * matrix they are the rows' geometric means. They sum to 1.
 *
 * Incomplete judgements: Laplacian of their graph (Bozóki, Fülöp and Rónyai 2010).
 *
 * @example
 * geometricMeanWeights(comparisonMatrix(["a", "b"], [{ left: "a", right: "b", ratio: 4 }])) // => [0.8, 0.2]
 */
export function geometricMeanWeights({ ratios }: ComparisonMatrix): number[] {
  const n = ratios.length;
  const known = ratios.map((row, i) =>
    row.reduce<number>((sum, ratio, j) => sum + (ratio !== null && j !== i ? 1 : 0), 0),
  );
  const logs = ratios.map((row) => row.reduce<number>((sum, ratio) => sum + (ratio === null ? 0 : Math.log(ratio)), 0));
  if (known.every((count) => count === n - 1)) return normalized(logs.map((log) => Math.exp(log / n)));
  // The last item is the unit: its logarithm is 0, its row and column are left out.
  const laplacian = ratios
    .slice(0, -1)
    .map((row, i) => row.slice(0, -1).map((ratio, j) => (i === j ? known[i]! : ratio === null ? 0 : -1)));
  const solution = linearSystem(laplacian)(logs.slice(0, -1));
  return normalized([...solution, 0].map(Math.exp));
}

function normalized(weights: readonly number[]): number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}

import type { ComparisonMatrix } from "./comparison-matrix.ts";

/**
 * A comparison matrix without gaps, as Harker (1987) completes it: 0 for what nobody compared, and how many a row misses
 * added to its diagonal. A complete matrix stays as it is.
 *
 * @example
 * harkerMatrix(comparisonMatrix(["a", "b"], [{ left: "a", right: "b", ratio: 4 }])) // => [[1, 4], [0.25, 1]]
 */
export function harkerMatrix({ ratios }: ComparisonMatrix): number[][] {
  return ratios.map((row, i) =>
    row.map((ratio, j) => (i === j ? 1 + row.filter((one) => one === null).length : (ratio ?? 0))),
  );
}

import { binnedSums } from "./binned-sums.ts";
import { canonicalCube } from "./canonical-cube.ts";
import { exactCellSums } from "./cell-sums.ts";
import { type DecisionCube, roleOfCube, SCORE_BINS, SUM_NAMES, type SumName } from "./decision-cube.ts";
import type { ExactSums } from "./exact-sums.ts";
import { scoreBin } from "./score-bin.ts";

/**
 * The cube with its scores in equal bins on [0, 1]. Means, Brier score and logarithmic loss lose nothing but a rounding
 * below 2e-10 ({@link binnedSums}); ranks inside a bin become ties, which changes an AUC by at most ½ Σ p₊(b) p₋(b). A
 * cube that is not exact comes back as it is.
 *
 * @param count - number of bins
 * @example
 * const score = { name: "s", role: "score", values: [0.2501, 0.2504] };
 * const cube = { dimensions: [score], codes: [Int32Array.of(0, 1)], n: Float64Array.of(1, 2), sums: {}, scores: { kind: "exact" }, positiveLabel: "1" };
 * binScores(cube).dimensions[0].values // => [250]
 */
export function binScores(cube: DecisionCube, count: number = SCORE_BINS): DecisionCube {
  if (cube.scores.kind !== "exact") return cube;
  const score = roleOfCube(cube, "score");
  const sums = cube.sums.weight || cube.sums.score ? keptSums(cube) : binnedSums(cube);
  const dimensions = cube.dimensions.map((dimension, d) =>
    d === score
      ? {
          ...dimension,
          values: dimension.values.map((value) => (typeof value === "number" ? scoreBin(value, count) : null)),
        }
      : dimension,
  );
  return canonicalCube({ ...cube, dimensions, sums, scores: { kind: "bins", count } });
}

function keptSums(cube: DecisionCube): { readonly [name in SumName]?: ExactSums } {
  const sums: { [name in SumName]?: ExactSums } = {};
  for (const name of SUM_NAMES) {
    const isWeight = name === "weight" || name === "weightSquares";
    if (!isWeight || cube.sums[name]) sums[name] = exactCellSums(cube, name);
  }
  return sums;
}

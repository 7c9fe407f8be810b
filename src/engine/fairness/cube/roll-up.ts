import { canonicalCube } from "./canonical-cube.ts";
import { exactCellSums } from "./cell-sums.ts";
import { type DecisionCube, SUM_NAMES, type SumName } from "./decision-cube.ts";
import type { ExactSums } from "./exact-sums.ts";

/**
 * A margin of the cube: cells are added up over every dimension that is not kept. Rolling up twice is rolling up once.
 *
 * @param keep - names of the dimensions that stay
 * @example
 * const dimensions = [{ name: "sex", role: "attribute", values: ["f", "m"] }, { name: "y", role: "label", values: ["0", "1"] }];
 * const codes = [Int32Array.of(0, 0, 1), Int32Array.of(0, 1, 1)];
 * const cube = { dimensions, codes, n: Float64Array.of(3, 4, 5), sums: {}, scores: { kind: "none" }, positiveLabel: "1" };
 * rollUp(cube, ["sex"]).n // => [7, 5]
 */
export function rollUp(cube: DecisionCube, keep: readonly string[]): DecisionCube {
  for (const name of keep) {
    if (!cube.dimensions.some((dimension) => dimension.name === name)) {
      const known = cube.dimensions.map((dimension) => dimension.name).join(", ");
      throw new RangeError(`dimension not in the cube: ${name}; it has ${known}`);
    }
  }
  const kept = cube.dimensions.flatMap(({ name }, d) => (keep.includes(name) ? [d] : []));
  const lost = cube.dimensions.filter((_, d) => !kept.includes(d));
  const losesScore = cube.scores.kind === "exact" && lost.some(({ role }) => role === "score" || role === "label");
  const sums: { [name in SumName]?: ExactSums } = losesScore ? {} : cube.sums;
  if (losesScore) {
    for (const name of SUM_NAMES) {
      const isWeight = name === "weight" || name === "weightSquares";
      if (!isWeight || cube.sums[name]) sums[name] = exactCellSums(cube, name);
    }
  }
  // Cells that became equal are added up by the canonical form.
  return canonicalCube({
    ...cube,
    dimensions: kept.map((d) => cube.dimensions[d]!),
    codes: kept.map((d) => cube.codes[d]!),
    sums,
    scores: lost.some(({ role }) => role === "score") ? { kind: "none" } : cube.scores,
  });
}

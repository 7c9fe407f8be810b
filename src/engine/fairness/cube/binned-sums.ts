import { sumTerm } from "./cell-sums.ts";
import { type DecisionCube, roleOfCube, type SumName } from "./decision-cube.ts";
import { errorSums } from "./error-sums.ts";
import { addToSums, type ExactSums, exactSums } from "./exact-sums.ts";

/** What a row adds to a sum of its bin is a multiple of this: ten million such addends are still exact in a double. */
export const BINNED_UNIT = 2 ** -32;

/**
 * The sums that a cube of exact scores without weights leaves behind when it is binned: score, its square and the
 * logarithmic loss of each row rounded to a multiple of 2⁻³² (so off by at most 1.2e-10), errors by {@link errorSums}.
 *
 * @example
 * const dimensions = [{ name: "label", role: "label", values: ["1"] }, { name: "score", role: "score", values: [0.25] }];
 * const codes = [Int32Array.of(0), Int32Array.of(0)];
 * const cube = { dimensions, codes, n: Float64Array.of(4), sums: {}, scores: { kind: "exact" }, positiveLabel: "1" };
 * sumsAt(binnedSums(cube).error, 0) // => 3
 */
export function binnedSums(cube: DecisionCube): { readonly [name in SumName]?: ExactSums } {
  const label = cube.dimensions[roleOfCube(cube, "label")];
  const labels = cube.codes[roleOfCube(cube, "label")];
  const d = roleOfCube(cube, "score");
  const scores = Float64Array.from(cube.codes[d]!, (code) => Number(cube.dimensions[d]!.values[code] ?? Number.NaN));
  const outcomes = Array.from(scores, (score, cell) => {
    const value = Number.isNaN(score) ? null : (label?.values[labels![cell]!] ?? null);
    return value === null ? null : value === cube.positiveLabel ? 1 : 0;
  });
  const sumOf = (name: SumName) => {
    const sums = exactSums(scores.length);
    for (const [cell, score] of scores.entries()) {
      const term = sumTerm(name, Number.isNaN(score) ? null : score, outcomes[cell]!);
      addToSums(sums, cell, Math.floor(term / BINNED_UNIT + 0.5) * BINNED_UNIT, cube.n[cell]!);
    }
    return sums;
  };
  const sums = { score: sumOf("score"), scoreSquares: sumOf("scoreSquares"), logLoss: sumOf("logLoss") };
  return { ...sums, ...errorSums(cube.n, outcomes, sums) };
}

import { reproducibleLn } from "../../stats/reproducible-ln.ts";
import { type DecisionCube, roleOfCube, type SumName } from "./decision-cube.ts";
import { addToSums, type ExactSums, exactSums, sumsAt } from "./exact-sums.ts";

/** Scores are kept this far from 0 and 1 in the logarithmic loss, as scikit-learn does for doubles. */
const CLIP = 2 ** -52;

/**
 * What one row of weight 1 adds to a sum of its cell.
 *
 * @param outcome - y: 1 or 0 for a label, a number in a regression, null when not known
 * @example
 * [sumTerm("errorSquares", 0.25, 1), sumTerm("error", null, 1)] // => [0.5625, 0]
 */
export function sumTerm(name: SumName, score: number | null, outcome: number | null): number {
  if (name === "weight" || name === "weightSquares") return 1;
  if (score === null) return 0;
  if (name === "score") return score;
  if (name === "scoreSquares") return score * score;
  if (outcome === null) return 0;
  const error = outcome - score;
  switch (name) {
    case "error":
      return error;
    case "errorSquares":
      return error * error;
    case "absoluteError":
      return Math.abs(error);
    case "outcomeSquares":
      return outcome * outcome;
    case "logLoss":
      return outcome !== 0 && outcome !== 1
        ? 0
        : -reproducibleLn(Math.min(1 - CLIP, Math.max(CLIP, outcome === 1 ? score : 1 - score)));
  }
}

/**
 * A sum of every cell of a cube, computed from counts where the cube does not carry it. The array is shared: read it only.
 *
 * @example
 * const label = { name: "y", role: "label", values: ["1"] };
 * const score = { name: "s", role: "score", values: [0.25] };
 * const codes = [Int32Array.of(0), Int32Array.of(0)];
 * const cube = { dimensions: [label, score], codes, n: Float64Array.of(4), sums: {}, scores: { kind: "exact" }, positiveLabel: "1" };
 * cellSums(cube, "errorSquares") // => [2.25]
 */
export function cellSums(cube: DecisionCube, name: SumName): Float64Array {
  const known = computed.get(cube) ?? new Map<SumName, Float64Array>();
  computed.set(cube, known);
  const sums = known.get(name) ?? computeSums(cube, name);
  known.set(name, sums);
  return sums;
}

/** Every metric asks for the same few columns of one cube. */
const computed = new WeakMap<DecisionCube, Map<SumName, Float64Array>>();

function computeSums(cube: DecisionCube, name: SumName): Float64Array {
  const kept = cube.sums[name];
  if (kept) return Float64Array.from(cube.n, (_, cell) => sumsAt(kept, cell));
  if (name === "weight" || name === "weightSquares") return cube.n;
  if (cube.scores.kind !== "exact") return new Float64Array(cube.n.length);
  const weight = cellSums(cube, "weight");
  const term = termOfCells(cube);
  return Float64Array.from(weight, (w, cell) => w * term(name, cell));
}

/** The same as exact sums, so that the score may leave the cube. */
export function exactCellSums(cube: DecisionCube, name: SumName): ExactSums {
  const kept = cube.sums[name];
  if (kept) return kept;
  const sums = exactSums(cube.n.length);
  const term = cube.scores.kind === "exact" ? termOfCells(cube) : () => 0;
  const counts = name === "weight" || name === "weightSquares";
  const weight = cube.sums.weight;
  cube.n.forEach((n, cell) => {
    if (counts) addToSums(sums, cell, 1, n);
    else if (weight) addToSums(sums, cell, sumsAt(weight, cell) * term(name, cell));
    else addToSums(sums, cell, term(name, cell), n);
  });
  return sums;
}

function termOfCells(cube: DecisionCube): (name: SumName, cell: number) => number {
  const score = roleOfCube(cube, "score");
  const label = roleOfCube(cube, "label");
  const scores = cube.dimensions[score]?.values ?? [];
  const labels = cube.dimensions[label]?.values ?? [];
  return (name, cell) => {
    const y = label < 0 ? null : labels[cube.codes[label]![cell]!]!;
    const s = score < 0 ? null : (scores[cube.codes[score]![cell]!] as number | null);
    return sumTerm(name, s, y === null ? null : Number(y === cube.positiveLabel));
  };
}

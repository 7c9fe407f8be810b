import { binScores } from "./bin-scores.ts";
import { canonicalCube } from "./canonical-cube.ts";
import { exactCellSums } from "./cell-sums.ts";
import {
  type CubeDimension,
  type DecisionCube,
  type DimensionValue,
  MOST_EXACT_SCORES,
  roleOfCube,
  SUM_NAMES,
  type SumName,
} from "./decision-cube.ts";
import { combineSums, type ExactSums, exactSums } from "./exact-sums.ts";

/**
 * The cube of all rows of two cubes with the same dimensions. Associative and commutative, to the last bit; the empty
 * cube changes nothing. Where there are more than 65,536 distinct scores together, or one side has bins, both are binned
 * (with weights the score's sums are then equal to 1e-13, not to the bit).
 *
 * @throws RangeError when dimensions, positive label or bins differ
 * @example
 * const sex = { name: "sex", role: "attribute", values: ["f"] };
 * const cube = { dimensions: [sex], codes: [Int32Array.of(0)], n: Float64Array.of(2), sums: {}, scores: { kind: "none" }, positiveLabel: null };
 * mergeCubes(cube, cube).n // => [4]
 */
export function mergeCubes(a: DecisionCube, b: DecisionCube): DecisionCube {
  return joined(a, b, 1);
}

/**
 * The rows of a cube without those of another that it holds: what a window that moves on leaves behind.
 *
 * @throws RangeError when the cubes do not match, or a cell would hold less than nothing
 */
export function subtractCubes(whole: DecisionCube, part: DecisionCube): DecisionCube {
  const rest = joined(whole, part, -1);
  if (rest.n.some((n) => n < 0))
    throw new RangeError("cube not part of the other: a cell would hold less than nothing; subtract what was merged");
  return rest;
}

function joined(a: DecisionCube, b: DecisionCube, sign: 1 | -1): DecisionCube {
  checkSameShape(a, b);
  const score = roleOfCube(a, "score");
  if (a.scores.kind === "exact" && b.scores.kind === "exact") {
    const distinct = new Set([...a.dimensions[score]!.values, ...b.dimensions[score]!.values]);
    distinct.delete(null);
    if (distinct.size > MOST_EXACT_SCORES) return joined(binScores(a), binScores(b), sign);
  } else if (a.scores.kind !== b.scores.kind) {
    const count = a.scores.kind === "bins" ? a.scores.count : b.scores.kind === "bins" ? b.scores.count : 0;
    if (count === 0) throw new RangeError("cubes not alike: only one has scores; count both with or without");
    return joined(binScores(a, count), binScores(b, count), sign);
  } else if (a.scores.kind === "bins" && b.scores.kind === "bins" && a.scores.count !== b.scores.count) {
    throw new RangeError(`bins not alike: ${a.scores.count} and ${b.scores.count}; count both with the same`);
  }
  const dimensions: CubeDimension[] = [];
  const codes = a.dimensions.map((dimension, d) => {
    const place = new Map<DimensionValue, number>(dimension.values.map((value, code) => [value, code]));
    const values = [...dimension.values];
    const recoded = b.dimensions[d]!.values.map((value) => {
      const known = place.get(value);
      if (known !== undefined) return known;
      values.push(value);
      return values.length - 1;
    });
    dimensions.push({ ...dimension, values });
    const column = new Int32Array(a.n.length + b.n.length);
    column.set(a.codes[d]!);
    b.codes[d]!.forEach((code, cell) => {
      column[a.n.length + cell] = recoded[code]!;
    });
    return column;
  });
  const n = new Float64Array(a.n.length + b.n.length);
  n.set(a.n);
  b.n.forEach((rows, cell) => {
    n[a.n.length + cell] = sign * rows;
  });
  const sums: { [name in SumName]?: ExactSums } = {};
  for (const name of SUM_NAMES) {
    if (!a.sums[name] && !b.sums[name]) continue;
    // A regression that was counted without it cannot be given it.
    if (name === "outcomeSquares" && !(a.sums[name] && b.sums[name])) continue;
    const column = exactSums(n.length);
    const [left, right] = [exactCellSums(a, name), exactCellSums(b, name)];
    a.n.forEach((_, cell) => {
      combineSums(column, cell, left, cell, 1);
    });
    b.n.forEach((_, cell) => {
      combineSums(column, a.n.length + cell, right, cell, sign);
    });
    sums[name] = column;
  }
  return canonicalCube({ ...a, dimensions, codes, n, sums });
}

function checkSameShape(a: DecisionCube, b: DecisionCube): void {
  const shape = ({ dimensions, positiveLabel }: DecisionCube) =>
    `${dimensions.map(({ name, role }) => `${role} ${name}`).join(", ")}; positive label ${positiveLabel ?? "none"}`;
  if (shape(a) !== shape(b))
    throw new RangeError(`cubes not alike: ${shape(a)} and ${shape(b)}; count both by the same columns`);
}

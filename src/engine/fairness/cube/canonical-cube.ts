import {
  type CubeDimension,
  type DecisionCube,
  type DimensionValue,
  SUM_NAMES,
  type SumName,
} from "./decision-cube.ts";
import { combineSums, type ExactSums, exactSums } from "./exact-sums.ts";

/** Cells in any order, with any dictionary; one combination may occur several times. */
export type LooseCube = DecisionCube;

/**
 * The one form that a cube has: dictionaries sorted and without unused values, cells sorted, equal cells added up,
 * empty ones dropped.
 *
 * @example
 * const sex = { name: "sex", role: "attribute", values: ["m", "f"] };
 * const codes = [Int32Array.of(0, 1, 0)];
 * const loose = { dimensions: [sex], codes, n: Float64Array.of(2, 1, 3), sums: {}, scores: { kind: "none" }, positiveLabel: null };
 * canonicalCube(loose).n // => [1, 5]
 */
export function canonicalCube(loose: LooseCube): DecisionCube {
  const filled = filledCells(loose);
  const dimensions: CubeDimension[] = [];
  const codes = loose.dimensions.map((dimension, d) => {
    const column = loose.codes[d]!;
    const used = new Uint8Array(dimension.values.length);
    for (const cell of filled) used[column[cell]!] = 1;
    const order = dimension.values.map((_, code) => code).filter((code) => used[code] === 1);
    order.sort((a, b) => compareValues(dimension.values[a]!, dimension.values[b]!));
    const place = new Int32Array(dimension.values.length);
    const values: DimensionValue[] = [];
    for (const code of order) {
      if (values.length === 0 || values.at(-1) !== dimension.values[code]) values.push(dimension.values[code]!);
      place[code] = values.length - 1;
    }
    dimensions.push({ ...dimension, values });
    return Int32Array.from(filled, (cell) => place[column[cell]!]!);
  });
  const order = sortedCells(filled.length, codes, dimensions);
  const target = new Int32Array(filled.length);
  let count = 0;
  for (let k = 0; k < order.length; k++) {
    if (k > 0 && !sameCell(codes, order[k - 1]!, order[k]!)) count++;
    target[k] = count;
  }
  const cells = order.length === 0 ? 0 : count + 1;
  const n = new Float64Array(cells);
  const sorted = codes.map(() => new Int32Array(cells));
  const sums: { [name in SumName]?: ExactSums } = {};
  for (const name of SUM_NAMES) if (loose.sums[name]) sums[name] = exactSums(cells);
  for (let k = 0; k < order.length; k++) n[target[k]!]! += loose.n[filled[order[k]!]!]!;
  for (const [d, column] of sorted.entries()) {
    const from = codes[d]!;
    for (let k = 0; k < order.length; k++) column[target[k]!] = from[order[k]!]!;
  }
  for (const name of SUM_NAMES) {
    const source = loose.sums[name];
    const sum = sums[name];
    if (!source || !sum) continue;
    for (let k = 0; k < order.length; k++) combineSums(sum, target[k]!, source, filled[order[k]!]!, 1);
  }
  const cube = { ...loose, dimensions, codes: sorted, n, sums };
  return n.includes(0) ? canonicalCube(cube) : cube;
}

/** Cells that hold something: after a subtraction some hold nothing any more. */
function filledCells({ n }: DecisionCube): Int32Array {
  let count = 0;
  for (const rows of n) if (rows !== 0) count++;
  const filled = new Int32Array(count);
  let next = 0;
  n.forEach((rows, cell) => {
    if (rows !== 0) filled[next++] = cell;
  });
  return filled;
}

function sortedCells(count: number, codes: readonly Int32Array[], dimensions: readonly CubeDimension[]): Int32Array {
  const order = Int32Array.from({ length: count }, (_, cell) => cell);
  const span = dimensions.reduce((product, { values }) => product * Math.max(1, values.length), 1);
  if (span < 2 ** 53) {
    const keys = new Float64Array(count);
    for (const [d, column] of codes.entries()) {
      const radix = Math.max(1, dimensions[d]!.values.length);
      for (let cell = 0; cell < count; cell++) keys[cell] = keys[cell]! * radix + column[cell]!;
    }
    return keys.every((key, cell) => cell === 0 || keys[cell - 1]! <= key)
      ? order
      : order.sort((a, b) => keys[a]! - keys[b]!);
  }
  return order.sort((a, b) => {
    for (const column of codes) if (column[a] !== column[b]) return column[a]! - column[b]!;
    return 0;
  });
}

function sameCell(codes: readonly Int32Array[], a: number, b: number): boolean {
  for (let d = 0; d < codes.length; d++) if (codes[d]![a] !== codes[d]![b]) return false;
  return true;
}

function compareValues(a: DimensionValue, b: DimensionValue): number {
  if (a === null || b === null) return Number(b === null) - Number(a === null);
  if (typeof a === "number" && typeof b === "number") return a - b;
  if (typeof a !== typeof b) return typeof a === "number" ? -1 : 1;
  return a < b ? -1 : a > b ? 1 : 0;
}

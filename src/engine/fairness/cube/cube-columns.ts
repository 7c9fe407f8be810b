import {
  type CubeDimension,
  type DecisionCube,
  type DimensionValue,
  type ScoreScale,
  SUM_NAMES,
  type SumName,
} from "./decision-cube.ts";

/** A cube as JSON: one list a column, so that it is small, and smaller still when compressed. */
export interface CubeColumns {
  readonly kind: "decision-cube";
  readonly version: 1;
  readonly scores: ScoreScale;
  readonly positiveLabel: string | null;
  readonly dimensions: readonly CubeDimension[];
  readonly codes: readonly (readonly number[])[];
  readonly n: readonly number[];
  readonly sums: {
    readonly [name in SumName]?: { readonly coarse: readonly number[]; readonly fine: readonly number[] };
  };
}

/**
 * A cube's columns; {@link cubeFromColumns} gives the same cube back, to the bit.
 *
 * @example
 * const sex = { name: "sex", role: "attribute", values: ["f"] };
 * const cube = { dimensions: [sex], codes: [Int32Array.of(0)], n: Float64Array.of(2), sums: {}, scores: { kind: "none" }, positiveLabel: null };
 * cubeColumns(cube).n // => [2]
 */
export function cubeColumns(cube: DecisionCube): CubeColumns {
  const sums: { [name in SumName]?: { coarse: number[]; fine: number[] } } = {};
  for (const name of SUM_NAMES) {
    const column = cube.sums[name];
    if (column) sums[name] = { coarse: [...column.coarse], fine: [...column.fine] };
  }
  return {
    kind: "decision-cube",
    version: 1,
    scores: cube.scores,
    positiveLabel: cube.positiveLabel,
    dimensions: cube.dimensions,
    codes: cube.codes.map((column) => [...column]),
    n: [...cube.n],
    sums,
  };
}

/**
 * The cube of its columns.
 *
 * @throws RangeError when it is of another kind or version, a column has another length, or a code is out of range
 */
export function cubeFromColumns(columns: CubeColumns): DecisionCube {
  if (columns.kind !== "decision-cube" || columns.version !== 1)
    throw new RangeError(`cube not readable: ${columns.kind} version ${columns.version}; count the decisions again`);
  const cells = columns.n.length;
  const lengthOf = (what: string, column: ArrayLike<number>) => {
    if (column.length !== cells)
      throw new RangeError(`column not of ${cells} cells: ${what} has ${column.length}; count the decisions again`);
  };
  columns.dimensions.forEach(({ name, values }, d) => {
    const column = columns.codes[d] ?? [];
    lengthOf(name, column);
    const stray = column.find((code) => !(Number.isInteger(code) && code >= 0 && code < values.length));
    if (stray !== undefined) throw new RangeError(`code of ${name} not among its ${values.length} values: ${stray}`);
  });
  const sums: { [name in SumName]?: { coarse: Float64Array; fine: Float64Array } } = {};
  for (const name of SUM_NAMES) {
    const column = columns.sums[name];
    if (!column) continue;
    lengthOf(name, column.coarse);
    lengthOf(name, column.fine);
    sums[name] = { coarse: Float64Array.from(column.coarse), fine: Float64Array.from(column.fine) };
  }
  return {
    dimensions: columns.dimensions.map(({ name, role, values }) => ({
      name,
      role,
      values: values as DimensionValue[],
    })),
    codes: columns.codes.map((column) => Int32Array.from(column)),
    n: Float64Array.from(columns.n),
    sums,
    scores: columns.scores,
    positiveLabel: columns.positiveLabel,
  };
}

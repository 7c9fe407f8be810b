import { type DecisionCube, dimensionOfCube } from "../cube/decision-cube.ts";

/** Values of one or several protected attributes, in the order of the attributes. */
export type Group = { readonly [attribute: string]: string };

/** The groups that occur, and to which of them each cell of a cube belongs. */
export interface Grouping {
  readonly attributes: readonly string[];
  /** In the order of their values; combinations that do not occur are not listed. */
  readonly groups: readonly Group[];
  readonly groupOfCell: Int32Array;
}

/**
 * Groups by one or several dimensions of a cube; by none, one group of all rows.
 *
 * @throws RangeError when the cube has no such dimension
 * @example
 * const sex = { name: "sex", role: "attribute", values: ["f", "m"] };
 * const cube = { dimensions: [sex], codes: [Int32Array.of(0, 1)], n: Float64Array.of(2, 1), sums: {}, scores: { kind: "none" }, positiveLabel: "1" };
 * groupingOf(cube, ["sex"]).groups.map((group) => group.sex) // => ["f", "m"]
 */
export function groupingOf(cube: DecisionCube, attributes: readonly string[]): Grouping {
  const columns = attributes.map((name) => {
    const d = dimensionOfCube(cube, name);
    if (d >= 0) return { name, codes: cube.codes[d]!, values: cube.dimensions[d]!.values };
    const known = cube.dimensions.map((dimension) => dimension.name).join(", ");
    throw new RangeError(`attribute not in the cube: ${name}; it has ${known}`);
  });
  const cells = cube.n.length;
  const groupOfCell = new Int32Array(cells);
  const keys = new Map<string, readonly number[]>();
  const keyOfCell = new Array<string>(cells);
  for (let cell = 0; cell < cells; cell++) {
    const codes = columns.map(({ codes }) => codes[cell]!);
    const key = codes.join();
    keyOfCell[cell] = key;
    if (!keys.has(key)) keys.set(key, codes);
  }
  const ordered = [...keys].sort(([, a], [, b]) => compareCodes(a, b));
  const place = new Map(ordered.map(([key], k) => [key, k]));
  for (let cell = 0; cell < cells; cell++) groupOfCell[cell] = place.get(keyOfCell[cell]!)!;
  const groups = ordered.map(([, codes]) =>
    Object.fromEntries(columns.map(({ name, values }, k) => [name, String(values[codes[k]!])])),
  );
  return { attributes, groups, groupOfCell };
}

/**
 * All non-empty choices among attributes, single ones first, each in the given order: the depths of intersection.
 *
 * @param deepest - most attributes in a choice
 */
export function groupAttributes(attributes: readonly string[], deepest = attributes.length): string[][] {
  const choices: string[][] = [];
  for (let mask = 1; mask < 2 ** attributes.length; mask++) {
    choices.push(attributes.filter((_, k) => (mask >> k) & 1));
  }
  const rank = (choice: readonly string[]) => choice.map((name) => attributes.indexOf(name));
  return choices
    .filter(({ length }) => length <= deepest)
    .sort((a, b) => a.length - b.length || compareCodes(rank(a), rank(b)));
}

function compareCodes(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, k) => value !== b[k]);
  return at < 0 ? 0 : a[at]! - b[at]!;
}

/** Whether two groups are the same: the same values of the same attributes. */
export function isSameGroup(a: Group, b: Group): boolean {
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => a[key] === b[key]);
}

/** A group in words: "sex f, race x". */
export function groupText(group: Group): string {
  const parts = Object.entries(group).map(([attribute, value]) => `${attribute} ${value}`);
  return parts.length === 0 ? "all" : parts.join(", ");
}

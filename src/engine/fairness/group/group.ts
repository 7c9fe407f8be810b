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
  const known = computed.get(cube) ?? new Map<string, Grouping>();
  computed.set(cube, known);
  const key = JSON.stringify(attributes);
  const grouping = known.get(key) ?? computeGrouping(cube, attributes);
  known.set(key, grouping);
  return grouping;
}

/** Every metric asks for the same few groupings of one cube. */
const computed = new WeakMap<DecisionCube, Map<string, Grouping>>();

function computeGrouping(cube: DecisionCube, attributes: readonly string[]): Grouping {
  const columns = attributes.map((name) => {
    const d = dimensionOfCube(cube, name);
    if (d >= 0) return { name, codes: cube.codes[d]!, values: cube.dimensions[d]!.values };
    const known = cube.dimensions.map((dimension) => dimension.name).join(", ");
    throw new RangeError(`attribute not in the cube: ${name}; it has ${known}`);
  });
  const cells = cube.n.length;
  const span = columns.reduce((product, { values }) => product * Math.max(1, values.length), 1);
  if (span >= 2 ** 53) throw new RangeError(`attributes with too many combinations: ${span}; take fewer together`);
  // A combination is one number, in the order of the values: the first attribute counts most.
  const keys = new Float64Array(cells);
  for (const { codes, values } of columns) {
    for (let cell = 0; cell < cells; cell++) keys[cell] = keys[cell]! * values.length + codes[cell]!;
  }
  const ordered = span <= DENSE ? presentKeys(keys, span) : [...new Set(keys)].sort((a, b) => a - b);
  const groupOfCell = new Int32Array(cells);
  if (span <= DENSE) {
    const place = new Int32Array(span);
    for (const [g, key] of ordered.entries()) place[key] = g;
    for (let cell = 0; cell < cells; cell++) groupOfCell[cell] = place[keys[cell]!]!;
  } else {
    const place = new Map(ordered.map((key, g) => [key, g]));
    for (let cell = 0; cell < cells; cell++) groupOfCell[cell] = place.get(keys[cell]!)!;
  }
  const groups = ordered.map((key) => {
    let rest = key;
    const entries = columns.toReversed().map(({ name, values }): [string, string] => {
      const value = String(values[rest % values.length]);
      rest = Math.floor(rest / values.length);
      return [name, value];
    });
    return Object.fromEntries(entries.toReversed());
  });
  return { attributes, groups, groupOfCell };
}

/** Up to so many combinations are kept in a table, more in a map. */
const DENSE = 2 ** 20;

function presentKeys(keys: Float64Array, span: number): number[] {
  const present = new Uint8Array(span);
  for (let cell = 0; cell < keys.length; cell++) present[keys[cell]!] = 1;
  const ordered: number[] = [];
  for (let key = 0; key < span; key++) if (present[key] === 1) ordered.push(key);
  return ordered;
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

import { wilsonInterval } from "../../stats/wilson-interval.ts";
import { type DecisionCube, dimensionOfCube, MISSING, roleOfCube, rowsOfCube } from "../cube/decision-cube.ts";
import { type Group, groupAttributes, groupingOf } from "../group/group.ts";
import { labelOfCell } from "../rate/outcome-table.ts";

/** What there is of a group. */
interface RepresentedGroup {
  readonly group: Group;
  readonly rows: number;
  readonly share: number;
  /** Rows without label, decision or score; null where there is no such column. */
  readonly withoutLabel: number | null;
  readonly withoutDecision: number | null;
  readonly withoutScore: number | null;
  /** Share of positive labels among the labelled with Wilson's interval at 95 %; null without a label. */
  readonly positives: {
    readonly n: number;
    readonly share: number;
    readonly low: number;
    readonly high: number;
  } | null;
}

/** What the data are, for whoever has to show that they were examined. It judges nothing. */
export interface DataEvidence {
  readonly rows: number;
  readonly all: RepresentedGroup;
  /** Attributes and control features one by one, and what is missing of them. */
  readonly attributes: readonly {
    readonly attribute: string;
    readonly missing: number;
    readonly groups: readonly RepresentedGroup[];
  }[];
  /** Of the attributes crossed at every depth the smallest groups, and how many combinations of values do not occur. */
  readonly intersections: readonly {
    readonly attributes: readonly string[];
    readonly possible: number;
    readonly present: number;
    readonly smallest: readonly RepresentedGroup[];
    readonly absent: readonly Group[];
  }[];
  /** Rows of each period; empty without a time column. */
  readonly periods: readonly { readonly period: string; readonly rows: number }[];
}

/**
 * Evidence about the data of an audit: how groups are represented, what is missing of whom, how labels are balanced, and
 * which intersections are small or absent. Article 10 of the EU AI Act asks of training, validation and test data that
 * they be examined for this; whether they are representative of those on whom a system is used is not in the data.
 *
 * @param attributes - protected attributes; control features of the cube are listed by themselves
 * @param smallest - how many small groups, and absent ones, are listed of each intersection
 * @example
 * const dimensions = [{ name: "sex", role: "attribute", values: ["f", "m"] }, { name: "race", role: "attribute", values: ["a", "b"] }, { name: "label", role: "label", values: [null, "0", "1"] }];
 * const codes = [Int32Array.of(0, 0, 1), Int32Array.of(0, 0, 1), Int32Array.of(1, 2, 0)];
 * const cube = { dimensions, codes, n: Float64Array.of(60, 20, 120), sums: {}, scores: { kind: "none" }, positiveLabel: "1" };
 * const evidence = dataEvidence(cube, ["sex", "race"]);
 * [evidence.attributes[0].groups[0].positives.share, evidence.all.withoutLabel, evidence.intersections[0].absent.length] // => [0.25, 120, 2]
 */
export function dataEvidence(
  cube: DecisionCube,
  attributes: readonly string[],
  { smallest = 10 }: { smallest?: number } = {},
): DataEvidence {
  const total = rowsOfCube(cube);
  const controls = cube.dimensions.filter(({ role }) => role === "control").map(({ name }) => name);
  const time = cube.dimensions.find(({ role }) => role === "time");
  return {
    rows: total,
    all: represented(cube, [], total)[0] ?? nobody,
    attributes: [...attributes, ...controls].map((attribute) => {
      const groups = represented(cube, [attribute], total);
      const missing = groups.find(({ group }) => group[attribute] === MISSING)?.rows ?? 0;
      return { attribute, missing, groups };
    }),
    intersections: groupAttributes(attributes)
      .filter(({ length }) => length > 1)
      .map((chosen) => {
        const groups = represented(cube, chosen, total).filter(({ group }) => isKnown(group));
        const possible = chosen.reduce((product, name) => product * valuesOf(cube, name).length, 1);
        return {
          attributes: chosen,
          possible,
          present: groups.length,
          smallest: groups.toSorted((a, b) => a.rows - b.rows).slice(0, smallest),
          absent: absentOf(cube, chosen, groups, smallest),
        };
      }),
    periods: time === undefined ? [] : periodsOf(cube, time.name),
  };
}

const nobody: RepresentedGroup = {
  group: {},
  rows: 0,
  share: 0,
  withoutLabel: null,
  withoutDecision: null,
  withoutScore: null,
  positives: null,
};

function isKnown(group: Group): boolean {
  return !Object.values(group).includes(MISSING);
}

function valuesOf(cube: DecisionCube, name: string): string[] {
  return cube.dimensions[dimensionOfCube(cube, name)]!.values.map(String).filter((value) => value !== MISSING);
}

function represented(cube: DecisionCube, attributes: readonly string[], total: number): RepresentedGroup[] {
  const { groups, groupOfCell } = groupingOf(cube, attributes);
  const label = labelOfCell(cube, cube.positiveLabel);
  const roles = (["label", "decision", "score"] as const).map((role) => roleOfCube(cube, role));
  const counts = groups.map(() => ({ rows: 0, without: [0, 0, 0], labels: [0, 0] }));
  for (let cell = 0; cell < cube.n.length; cell++) {
    const one = counts[groupOfCell[cell]!]!;
    const n = cube.n[cell]!;
    one.rows += n;
    for (const [k, d] of roles.entries())
      if (d >= 0 && cube.dimensions[d]!.values[cube.codes[d]![cell]!] === null) one.without[k]! += n;
    const kind = label(cell);
    if (kind < 2) one.labels[kind]! += n;
  }
  return groups.map((group, g) => {
    const { rows, without, labels } = counts[g]!;
    const n = labels[0]! + labels[1]!;
    const [low, high] = n > 0 ? wilsonInterval(labels[0]!, n) : [0, 1];
    const told = (k: number) => (roles[k]! < 0 ? null : without[k]!);
    return {
      group,
      rows,
      share: rows / total,
      withoutLabel: told(0),
      withoutDecision: told(1),
      withoutScore: told(2),
      positives: n > 0 ? { n, share: labels[0]! / n, low, high } : null,
    };
  });
}

/** Combinations of values that occur, each by itself, and not together: the first ones in the order of their values. */
function absentOf(
  cube: DecisionCube,
  attributes: readonly string[],
  present: readonly RepresentedGroup[],
  most: number,
): Group[] {
  const known = new Set(present.map(({ group }) => JSON.stringify(attributes.map((name) => group[name]))));
  const values = attributes.map((name) => valuesOf(cube, name));
  const absent: Group[] = [];
  const at = attributes.map(() => 0);
  if (values.some(({ length }) => length === 0)) return [];
  while (absent.length < most) {
    const chosen = at.map((k, a) => values[a]![k]!);
    if (!known.has(JSON.stringify(chosen)))
      absent.push(Object.fromEntries(attributes.map((name, a) => [name, chosen[a]!])));
    let a = at.length - 1;
    while (a >= 0 && at[a]! + 1 === values[a]!.length) at[a--] = 0;
    if (a < 0) break;
    at[a]!++;
  }
  return absent;
}

function periodsOf(cube: DecisionCube, name: string): DataEvidence["periods"] {
  const { groups, groupOfCell } = groupingOf(cube, [name]);
  const rows = groups.map(() => 0);
  for (let cell = 0; cell < cube.n.length; cell++) rows[groupOfCell[cell]!]! += cube.n[cell]!;
  return groups.map((group, g) => ({ period: group[name]!, rows: rows[g]! }));
}

import { cellSums } from "../cube/cell-sums.ts";
import { type DecisionCube, roleOfCube } from "../cube/decision-cube.ts";
import { type Group, groupingOf } from "../group/group.ts";

/** How decisions of several classes hang together with groups. */
export interface ClassAssociation {
  readonly attributes: readonly string[];
  /** Σ½|p − q| of the two groups whose decisions differ most, in [0, 1]; null with fewer than two groups that have any. */
  readonly totalVariation: { readonly estimate: number; readonly between: readonly [Group, Group] } | null;
  /** Cramér's V without what chance adds (Bergsma 2013), in [0, 1]; null without two groups and two classes. */
  readonly cramersV: number | null;
  /** The same as it comes, which is above 0 by chance alone. */
  readonly plainCramersV: number | null;
}

/**
 * Total variation of the decisions between groups, and Cramér's V of groups × decisions. Rows without a decision do not
 * count; weights do, n being the sum of weights.
 *
 * @example
 * const dimensions = [{ name: "sex", role: "attribute", values: ["f", "m"] }, { name: "decision", role: "decision", values: ["a", "b", "c"] }];
 * const codes = [Int32Array.of(0, 0, 0, 1, 1, 1), Int32Array.of(0, 1, 2, 0, 1, 2)];
 * const cube = { dimensions, codes, n: Float64Array.of(50, 30, 20, 20, 30, 50), sums: {}, scores: { kind: "none" }, positiveLabel: "a" };
 * classAssociation(cube, ["sex"]).totalVariation.estimate.toFixed(12) // => "0.300000000000"
 */
export function classAssociation(cube: DecisionCube, attributes: readonly string[]): ClassAssociation {
  const { groups, groupOfCell } = groupingOf(cube, attributes);
  const d = roleOfCube(cube, "decision");
  const values = d < 0 ? [] : cube.dimensions[d]!.values;
  const weight = cellSums(cube, "weight");
  const counts = groups.map(() => new Float64Array(values.length));
  for (let cell = 0; cell < cube.n.length && d >= 0; cell++) {
    const code = cube.codes[d]![cell]!;
    if (values[code] !== null) counts[groupOfCell[cell]!]![code]! += weight[cell]!;
  }
  const rows = counts.map((column) => column.reduce((sum, n) => sum + n, 0));
  const told = [...rows.keys()].filter((g) => rows[g]! > 0);
  return {
    attributes,
    totalVariation: widestPair(groups, counts, rows, told),
    ...cramersV(told.map((g) => counts[g]!)),
  };
}

function widestPair(
  groups: readonly Group[],
  counts: readonly Float64Array[],
  rows: readonly number[],
  told: readonly number[],
): ClassAssociation["totalVariation"] {
  let widest: ClassAssociation["totalVariation"] = null;
  for (const [k, i] of told.entries()) {
    for (const j of told.slice(k + 1)) {
      let sum = 0;
      for (const [code, count] of counts[i]!.entries())
        sum += Math.abs(count / rows[i]! - counts[j]![code]! / rows[j]!) / 2;
      if (widest === null || sum > widest.estimate) widest = { estimate: sum, between: [groups[i]!, groups[j]!] };
    }
  }
  return widest;
}

function cramersV(table: readonly Float64Array[]): Pick<ClassAssociation, "cramersV" | "plainCramersV"> {
  const columns = [...(table[0]?.keys() ?? [])].map((code) => table.reduce((sum, row) => sum + row[code]!, 0));
  const [r, c] = [table.length, columns.filter((total) => total > 0).length];
  if (r < 2 || c < 2) return { cramersV: null, plainCramersV: null };
  const n = columns.reduce((sum, total) => sum + total, 0);
  let chiSquare = 0;
  for (const row of table) {
    const total = row.reduce((sum, count) => sum + count, 0);
    for (const [code, count] of row.entries()) {
      const expected = (total * columns[code]!) / n;
      if (expected > 0) chiSquare += (count - expected) ** 2 / expected;
    }
  }
  const phi = chiSquare / n;
  const corrected = Math.max(0, phi - ((r - 1) * (c - 1)) / (n - 1));
  const size = (k: number) => k - (k - 1) ** 2 / (n - 1);
  return {
    plainCramersV: Math.sqrt(phi / (Math.min(r, c) - 1)),
    cramersV: Math.sqrt(corrected / (Math.min(size(r), size(c)) - 1)),
  };
}

import { cellSums } from "../cube/cell-sums.ts";
import { type DecisionCube, roleOfCube } from "../cube/decision-cube.ts";
import { type Group, groupingOf } from "../group/group.ts";
import { labelOfCell, OUTCOMES, type OutcomeTable } from "../rate/outcome-table.ts";
import { positionInSweep, type ThresholdSweep } from "./threshold-sweep.ts";

/** What every threshold would select of every group: made once, after which a frame costs a search a group. */
export interface ThresholdTable {
  readonly attributes: readonly string[];
  readonly groups: readonly Group[];
  readonly weights: "given" | "none";
  /** One a group. */
  readonly sweeps: readonly ThresholdSweep[];
  /** One a group, for counts, weights and squares of weights. */
  readonly columns: readonly { readonly [part in Part]: ReachedCounts }[];
}

const PARTS = ["n", "weight", "weightSquares"] as const;
type Part = (typeof PARTS)[number];

/** By label (positive, negative, not known): what has the score of each position or more, and what has no score. */
interface ReachedCounts {
  readonly reached: readonly Float64Array[];
  readonly without: readonly [number, number, number];
}

/**
 * Prepares a cube for thresholds.
 *
 * @param positiveLabel - the class that counts as positive
 * @throws RangeError when the cube has no scores
 * @example
 * const dimensions = [{ name: "label", role: "label", values: ["0", "1"] }, { name: "score", role: "score", values: [0.2, 0.7] }];
 * const codes = [Int32Array.of(0, 0, 1), Int32Array.of(0, 1, 1)];
 * const cube = { dimensions, codes, n: Float64Array.of(4, 6, 5), sums: {}, scores: { kind: "exact" }, positiveLabel: "1" };
 * thresholdTable(cube, []).sweeps[0].falsePositive // => [10, 6, 0]
 */
export function thresholdTable(
  cube: DecisionCube,
  attributes: readonly string[],
  positiveLabel: string | null = cube.positiveLabel,
): ThresholdTable {
  const d = roleOfCube(cube, "score");
  if (d < 0) throw new RangeError("thresholds without scores; count the cube with its scores");
  const { groups, groupOfCell } = groupingOf(cube, attributes);
  const values = cube.dimensions[d]!.values;
  const codes = cube.codes[d]!;
  const label = labelOfCell(cube, positiveLabel);
  const parts = { n: cube.n, weight: cellSums(cube, "weight"), weightSquares: cellSums(cube, "weightSquares") };
  const weighted = cube.sums.weight !== undefined;
  const present = groups.map(() => new Uint8Array(values.length));
  for (let cell = 0; cell < codes.length; cell++) present[groupOfCell[cell]!]![codes[cell]!] = 1;
  const scale = cube.scores.kind === "bins" ? cube.scores.count : 1;
  // Where the slot of a code stands among its group's; of rows without a score, −1.
  const places = present.map((used) => {
    let next = 0;
    return Int32Array.from(values, (value, code) => (value === null || used[code] === 0 ? -1 : next++));
  });
  const edges = places.map((place) =>
    Float64Array.from([...place].flatMap((at, code) => (at < 0 ? [] : [(values[code] as number) / scale]))),
  );
  const empty = (g: number) => ({
    reached: [0, 1, 2].map(() => new Float64Array(edges[g]!.length + 1)),
    without: [0, 0, 0] as [number, number, number],
  });
  const columns = groups.map((_, g) => {
    const n = empty(g);
    return weighted ? { n, weight: empty(g), weightSquares: empty(g) } : { n, weight: n, weightSquares: n };
  });
  for (let cell = 0; cell < codes.length; cell++) {
    const g = groupOfCell[cell]!;
    const at = places[g]![codes[cell]!]!;
    for (const part of weighted ? PARTS : (["n"] as const)) {
      const { reached, without } = columns[g]![part];
      const amount = parts[part][cell]!;
      if (at < 0) without[label(cell)]! += amount;
      else reached[label(cell)]![at]! += amount;
    }
  }
  for (const column of columns) {
    for (const part of weighted ? PARTS : (["n"] as const)) column[part].reached.forEach(addUpFromEnd);
  }
  const sweeps = columns.map(({ weight: { reached } }, g) => ({
    edge: edges[g]!,
    truePositive: reached[0]!,
    falsePositive: reached[1]!,
    selected: reached[0]!.map((positives, k) => positives + reached[1]![k]! + reached[2]![k]!),
  }));
  return { attributes, groups, weights: weighted ? "given" : "none", sweeps, columns };
}

function addUpFromEnd(column: Float64Array): void {
  for (let k = column.length - 2; k >= 0; k--) column[k]! += column[k + 1]!;
}

/**
 * The outcomes of every group at its own threshold, all groups together last: what counting the cube again would give.
 *
 * @param thresholds - one a group; scores from it on are selected, Infinity selects nobody
 */
export function outcomesAt(table: ThresholdTable, thresholds: readonly number[]): OutcomeTable {
  const { attributes, groups, weights, sweeps, columns } = table;
  const size = (groups.length + 1) * OUTCOMES;
  const n = new Float64Array(size);
  const given = weights === "given";
  const sums = {
    n,
    weight: given ? new Float64Array(size) : n,
    weightSquares: given ? new Float64Array(size) : n,
  };
  const all = groups.length * OUTCOMES;
  for (const [g, sweep] of sweeps.entries()) {
    const k = positionInSweep(sweep, thresholds[g]!);
    for (const part of given ? PARTS : (["n"] as const)) {
      const { reached, without } = columns[g]![part];
      const sum = sums[part];
      for (let label = 0; label < 3; label++) {
        const above = reached[label]![k]!;
        const counts = [above, reached[label]![0]! - above, without[label]!];
        for (const [decision, count] of counts.entries()) {
          sum[g * OUTCOMES + label * 3 + decision] = count;
          sum[all + label * 3 + decision]! += count;
        }
      }
    }
  }
  return { attributes, groups, ...sums, weights };
}

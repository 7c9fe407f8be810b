import { cellSums } from "../cube/cell-sums.ts";
import { type DecisionCube, roleOfCube } from "../cube/decision-cube.ts";
import { type Group, groupingOf } from "../group/group.ts";

/** What makes a decision favourable: its own value, or a score that reaches a threshold. */
export type DecisionRule =
  | { readonly kind: "decision"; readonly favourable: string }
  | { readonly kind: "threshold"; readonly at: number };

/** Outcomes a group is counted in: label (positive, negative, not known) × decision (favourable, other, not known). */
export const OUTCOMES = 9;

/**
 * Decisions of each group by outcome; the last block is of all groups together. Position: group × 9 + label × 3 + decision.
 */
export interface OutcomeTable {
  readonly attributes: readonly string[];
  readonly groups: readonly Group[];
  /** Rows. */
  readonly n: Float64Array;
  /** Σw; the same as n without weights. */
  readonly weight: Float64Array;
  /** Σw². */
  readonly weightSquares: Float64Array;
  readonly weights: "given" | "none";
}

/**
 * Counts a cube by groups and outcomes.
 *
 * @param positiveLabel - the class that counts as positive, the others being the rest; as a rule that of the cube
 * @param cells - only cells for which this holds, such as one stratum
 * @throws RangeError when the rule needs scores that the cube has not
 * @example
 * const dimensions = [{ name: "sex", role: "attribute", values: ["f"] }, { name: "label", role: "label", values: ["0", "1"] }, { name: "decision", role: "decision", values: ["1"] }];
 * const codes = [Int32Array.of(0, 0), Int32Array.of(0, 1), Int32Array.of(0, 0)];
 * const cube = { dimensions, codes, n: Float64Array.of(4, 6), sums: {}, scores: { kind: "none" }, positiveLabel: "1" };
 * outcomeTable(cube, ["sex"], { kind: "decision", favourable: "1" }).n.slice(0, 9) // => [6, 0, 0, 4, 0, 0, 0, 0, 0]
 */
export function outcomeTable(
  cube: DecisionCube,
  attributes: readonly string[],
  rule: DecisionRule,
  positiveLabel: string | null = cube.positiveLabel,
  cells: (cell: number) => boolean = () => true,
): OutcomeTable {
  const { groups, groupOfCell } = groupingOf(cube, attributes);
  const label = labelOfCell(cube, positiveLabel);
  const decision = decisionOfCell(cube, rule);
  const size = (groups.length + 1) * OUTCOMES;
  const n = new Float64Array(size);
  const weight = new Float64Array(size);
  const weightSquares = new Float64Array(size);
  const w = cellSums(cube, "weight");
  const w2 = cellSums(cube, "weightSquares");
  for (let cell = 0; cell < cube.n.length; cell++) {
    if (!cells(cell)) continue;
    const outcome = label(cell) * 3 + decision(cell);
    for (const at of [groupOfCell[cell]! * OUTCOMES + outcome, groups.length * OUTCOMES + outcome]) {
      n[at]! += cube.n[cell]!;
      weight[at]! += w[cell]!;
      weightSquares[at]! += w2[cell]!;
    }
  }
  return { attributes, groups, n, weight, weightSquares, weights: cube.sums.weight ? "given" : "none" };
}

/** For each cell: 0 positive, 1 negative, 2 not known. */
export function labelOfCell(cube: DecisionCube, positiveLabel: string | null): (cell: number) => 0 | 1 | 2 {
  const d = roleOfCube(cube, "label");
  if (d < 0) return () => 2;
  const codes = cube.codes[d]!;
  const kinds = cube.dimensions[d]!.values.map((value) => (value === null ? 2 : value === positiveLabel ? 0 : 1));
  return (cell) => kinds[codes[cell]!]!;
}

function decisionOfCell(cube: DecisionCube, rule: DecisionRule): (cell: number) => 0 | 1 | 2 {
  const d = roleOfCube(cube, rule.kind === "decision" ? "decision" : "score");
  if (d < 0) {
    if (rule.kind === "decision") return () => 2;
    throw new RangeError(`threshold without scores: ${rule.at}; count the cube with its scores`);
  }
  const { scores } = cube;
  const lowest = (value: number) => (scores.kind === "bins" ? value / scores.count : value);
  const kinds = cube.dimensions[d]!.values.map((value) => {
    if (value === null) return 2;
    if (rule.kind === "decision") return value === rule.favourable ? 0 : 1;
    return lowest(value as number) >= rule.at ? 0 : 1;
  });
  const codes = cube.codes[d]!;
  return (cell) => kinds[codes[cell]!]!;
}

import { cellSums } from "../cube/cell-sums.ts";
import { type DecisionCube, roleOfCube } from "../cube/decision-cube.ts";
import { type Disparity, type DisparitySettings, measureDisparity } from "../disparity/disparity.ts";
import { tableSource } from "../disparity/table-source.ts";
import { type Group, groupingOf } from "../group/group.ts";
import type { Measured } from "../rate/figure.ts";
import { OUTCOMES, type OutcomeTable } from "../rate/outcome-table.ts";

/** One step of a process: who came to it, who went on. */
export interface FunnelStage {
  readonly from: string;
  readonly to: string;
  readonly groups: readonly {
    readonly group: Group;
    readonly rate: Measured;
    readonly entered: number;
    readonly passed: number;
  }[];
  readonly disparity: Disparity;
}

/**
 * Selection at each stage of a process such as applied → interviewed → offered, and from the first to the last: a gap of
 * the whole opens at some stage, and that is where to look.
 *
 * @param stages - values of the decision column in order: the furthest stage that a row has reached
 * @returns a stage for each step, and last the whole way where there are several
 * @throws RangeError when a decision is none of the stages
 * @example
 * const dimensions = [{ name: "sex", role: "attribute", values: ["f", "m"] }, { name: "decision", role: "decision", values: ["applied", "offered"] }];
 * const codes = [Int32Array.of(0, 0, 1, 1), Int32Array.of(0, 1, 0, 1)];
 * const cube = { dimensions, codes, n: Float64Array.of(92, 8, 74, 26), sums: {}, scores: { kind: "none" }, positiveLabel: "1" };
 * const [stage] = funnelStages(cube, ["sex"], ["applied", "offered"], { comparison: "between-groups", level: 0.95, seed: 1 });
 * stage.groups.map(({ passed }) => passed) // => [8, 26]
 */
export function funnelStages(
  cube: DecisionCube,
  attributes: readonly string[],
  stages: readonly string[],
  settings: DisparitySettings,
): FunnelStage[] {
  const d = roleOfCube(cube, "decision");
  const reached = (d < 0 ? [] : cube.dimensions[d]!.values).map((value) => {
    const stage = value === null ? -1 : stages.indexOf(String(value));
    if (value !== null && stage < 0)
      throw new RangeError(`decision not a stage: ${value}; the stages are ${stages.join(", ")}`);
    return stage;
  });
  const steps = stages.slice(1).map((to, k) => ({ from: stages[k]!, to, enters: k, passes: k + 1 }));
  const last = stages.length - 1;
  const whole = { from: stages[0]!, to: stages[last]!, enters: 0, passes: last };
  return [...steps, ...(steps.length > 1 ? [whole] : [])].map(({ from, to, enters, passes }) => {
    const stageOf = (cell: number) => (d < 0 ? -1 : reached[cube.codes[d]![cell]!]!);
    const table = passing(cube, attributes, (cell) => (stageOf(cell) < enters ? null : stageOf(cell) >= passes));
    const source = tableSource(table);
    return {
      from,
      to,
      groups: table.groups.map((group, g) => ({
        group,
        rate: source.measure("selectionRate", 1.959963984540054)[g]!,
        entered: table.n[g * OUTCOMES + 6]! + table.n[g * OUTCOMES + 7]!,
        passed: table.n[g * OUTCOMES + 6]!,
      })),
      disparity: measureDisparity(source, "demographicParityRatio", settings),
    };
  });
}

/** Unlabelled rows of each group that passed or did not; null leaves a cell out. */
function passing(
  cube: DecisionCube,
  attributes: readonly string[],
  passes: (cell: number) => boolean | null,
): OutcomeTable {
  const { groups, groupOfCell } = groupingOf(cube, attributes);
  const size = (groups.length + 1) * OUTCOMES;
  const weights = cube.sums.weight ? "given" : "none";
  const n = new Float64Array(size);
  const weight = weights === "given" ? new Float64Array(size) : n;
  const weightSquares = weights === "given" ? new Float64Array(size) : n;
  const sums = [
    [n, cube.n],
    ...(weights === "given"
      ? [
          [weight, cellSums(cube, "weight")],
          [weightSquares, cellSums(cube, "weightSquares")],
        ]
      : []),
  ] as const;
  for (let cell = 0; cell < cube.n.length; cell++) {
    const passed = passes(cell);
    if (passed === null) continue;
    for (const g of [groupOfCell[cell]!, groups.length])
      for (const [sum, column] of sums) sum![g * OUTCOMES + (passed ? 6 : 7)]! += column![cell]!;
  }
  return { attributes, groups, n, weight, weightSquares, weights };
}

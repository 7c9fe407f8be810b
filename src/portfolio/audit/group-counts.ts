import type { GroupCounts, OutcomeCounts } from "../../contract/audit-report.ts";
import { cellSums } from "../../engine/fairness/cube/cell-sums.ts";
import { type DecisionCube, roleOfCube } from "../../engine/fairness/cube/decision-cube.ts";
import { groupingOf } from "../../engine/fairness/group/group.ts";
import { type DecisionRule, labelOfCell, OUTCOMES, outcomeTable } from "../../engine/fairness/rate/outcome-table.ts";

/** What the figures of each group are computed from; last, of all rows together. */
export function groupCounts(
  cube: DecisionCube,
  attributes: readonly string[],
  rule: DecisionRule,
  positiveLabel: string | null = cube.positiveLabel,
): GroupCounts[] {
  const table = outcomeTable(cube, attributes, rule, positiveLabel);
  const scored = scoredSums(cube, attributes, positiveLabel);
  const isRegression = cube.positiveLabel === null;
  return Array.from({ length: table.groups.length + 1 }, (_, g) => ({
    rows: isRegression ? null : outcomesOf(table.n, g),
    weights: isRegression || table.weights === "none" ? null : outcomesOf(table.weight, g),
    scored: scored[g]!,
  }));
}

function outcomesOf(column: Float64Array, group: number): OutcomeCounts {
  const at = (outcome: number) => column[group * OUTCOMES + outcome]!;
  return {
    truePositives: at(0),
    falseNegatives: at(1),
    undecidedPositives: at(2),
    falsePositives: at(3),
    trueNegatives: at(4),
    undecidedNegatives: at(5),
    unlabelledSelected: at(6),
    unlabelledRejected: at(7),
    unlabelledUndecided: at(8),
  };
}

type Scored = GroupCounts["scored"];

function scoredSums(cube: DecisionCube, attributes: readonly string[], positiveLabel: string | null): Scored[] {
  const { groups, groupOfCell } = groupingOf(cube, attributes);
  const places = groups.length + 1;
  const isRegression = cube.positiveLabel === null;
  const score = roleOfCube(cube, "score");
  // What a score foretells is the cube's own positive label: of another class it says nothing.
  const isSilent = !isRegression && (score < 0 || positiveLabel !== cube.positiveLabel);
  if (isSilent || (isRegression && !cube.sums.error)) return Array.from({ length: places }, () => null);
  const label = labelOfCell(cube, positiveLabel);
  const { values } = isRegression ? { values: [] } : cube.dimensions[score]!;
  const codes = cube.codes[score] ?? new Int32Array(0);
  const cells: number[] = [];
  const positives = new Float64Array(places);
  const weight = cellSums(cube, "weight");
  for (let cell = 0; cell < cube.n.length; cell++) {
    const kind = isRegression ? 1 : label(cell);
    if (kind === 2 || (!isRegression && values[codes[cell]!] === null)) continue;
    cells.push(cell);
    if (kind === 0) positives[groupOfCell[cell]!]! += weight[cell]!;
  }
  const summed = (column: Float64Array) => {
    const sums = new Float64Array(places);
    for (const cell of cells) sums[groupOfCell[cell]!]! += column[cell]!;
    return withAll(sums);
  };
  const [all, scores, error, absoluteError, squaredError] = (
    ["weight", "score", "error", "absoluteError", "errorSquares"] as const
  ).map((name) => summed(cellSums(cube, name)));
  const logLoss = isRegression ? null : summed(cellSums(cube, "logLoss"));
  const outcomeSquares = isRegression ? summed(cellSums(cube, "outcomeSquares")) : null;
  const n = summed(cube.n);
  withAll(positives);
  return Array.from({ length: places }, (_, g) => ({
    n: n[g]!,
    weight: all![g]!,
    positives: isRegression ? null : positives[g]!,
    score: scores![g]!,
    error: error![g]!,
    absoluteError: absoluteError![g]!,
    squaredError: squaredError![g]!,
    outcomeSquares: outcomeSquares && outcomeSquares[g]!,
    logLoss: logLoss && logLoss[g]!,
  }));
}

/** The last place is that of all groups together. */
function withAll(sums: Float64Array): Float64Array {
  const last = sums.length - 1;
  for (let g = 0; g < last; g++) sums[last]! += sums[g]!;
  return sums;
}

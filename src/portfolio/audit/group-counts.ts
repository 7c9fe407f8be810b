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
  const isRegression = cube.positiveLabel === null;
  const score = roleOfCube(cube, "score");
  // What a score foretells is the cube's own positive label: of another class it says nothing.
  const isSilent = !isRegression && (score < 0 || positiveLabel !== cube.positiveLabel);
  if (isSilent || (isRegression && !cube.sums.error)) return Array.from({ length: groups.length + 1 }, () => null);
  const label = labelOfCell(cube, positiveLabel);
  const columns = {
    weight: cellSums(cube, "weight"),
    score: cellSums(cube, "score"),
    error: cellSums(cube, "error"),
    absoluteError: cellSums(cube, "absoluteError"),
    squaredError: cellSums(cube, "errorSquares"),
  };
  const logLoss = isRegression ? null : cellSums(cube, "logLoss");
  const sums = Array.from({ length: groups.length + 1 }, () => ({
    n: 0,
    weight: 0,
    positives: isRegression ? null : 0,
    score: 0,
    error: 0,
    absoluteError: 0,
    squaredError: 0,
    logLoss: isRegression ? null : 0,
  }));
  for (let cell = 0; cell < cube.n.length; cell++) {
    const isKnown =
      isRegression || (label(cell) !== 2 && cube.dimensions[score]!.values[cube.codes[score]![cell]!] !== null);
    if (!isKnown) continue;
    for (const sum of [sums[groupOfCell[cell]!]!, sums.at(-1)!]) {
      sum.n += cube.n[cell]!;
      for (const name of ["weight", "score", "error", "absoluteError", "squaredError"] as const)
        sum[name] += columns[name][cell]!;
      if (sum.positives !== null && label(cell) === 0) sum.positives += columns.weight[cell]!;
      if (sum.logLoss !== null) sum.logLoss += logLoss![cell]!;
    }
  }
  return sums;
}

import { gapOf } from "../../../../src/engine/fairness/disparity/gap.ts";
import { OUTCOMES } from "../../../../src/engine/fairness/rate/outcome-table.ts";
import { type RateName, rateOf } from "../../../../src/engine/fairness/rate/rate.ts";
import { outcomesAt, type ThresholdTable } from "../../../../src/engine/fairness/threshold/threshold-table.ts";
import type { Costs } from "./marks-question.ts";
import type { Tried } from "./tried-thresholds.ts";

/** Figures without intervals at each threshold of a grid. */
export interface SweptGaps {
  readonly grid: readonly number[];
  readonly parityRatio: readonly (number | null)[];
  readonly opportunityDifference: readonly (number | null)[];
  readonly cost: readonly number[];
}

const grid = Array.from({ length: 101 }, (_, k) => k / 100);

/** What moving one threshold from 0 to 1 would do: that of all groups, or of one while the others stay. */
export function sweptGaps(
  table: ThresholdTable,
  { scope, values }: Tried,
  group: number,
  { falsePositiveCost, falseNegativeCost }: Costs,
): SweptGaps {
  const frames = grid.map((at) => {
    const thresholds = values.map((value, g) => (scope === "common" || g === group ? at : value));
    return outcomesAt(table, thresholds).weight;
  });
  const gaps = (rate: RateName, kind: "ratio" | "difference") =>
    frames.map((weight) => {
      const rates = table.groups.map((_, g) => rateOf(weight, g * OUTCOMES, rate));
      return gapOf(rates, { kind, comparison: "between-groups" })?.estimate ?? null;
    });
  const all = table.groups.length * OUTCOMES;
  return {
    grid,
    parityRatio: gaps("selectionRate", "ratio"),
    opportunityDifference: gaps("truePositiveRate", "difference"),
    cost: frames.map((weight) => falsePositiveCost * weight[all + 3]! + falseNegativeCost * weight[all + 1]!),
  };
}

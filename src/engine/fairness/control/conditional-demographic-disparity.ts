import type { DecisionCube } from "../cube/decision-cube.ts";
import { type Group, groupingOf } from "../group/group.ts";
import { type DecisionRule, OUTCOMES, type OutcomeTable, outcomeTable } from "../rate/outcome-table.ts";
import { rateOf } from "../rate/rate.ts";

/** How much larger a group's share is among those rejected than among those selected, in [−1, 1]. */
export interface ConditionalDemographicDisparity {
  readonly group: Group;
  /** Over all rows; null unless some are selected and some are not. */
  readonly plain: number | null;
  /** Mean over the levels of the control features, by their rows; levels in which all or none are selected count 0. */
  readonly conditional: number | null;
}

/**
 * Demographic disparity of each group, plain and within the levels of control features (Wachter, Mittelstadt and Russell
 * 2021): share of the rejected − share of the selected. Positive: the group is found more among the rejected.
 *
 * @param controls - columns to condition on
 * @example
 * const dimensions = [{ name: "sex", role: "attribute", values: ["f", "m"] }, { name: "decision", role: "decision", values: ["0", "1"] }];
 * const codes = [Int32Array.of(0, 0, 1, 1), Int32Array.of(0, 1, 0, 1)];
 * const cube = { dimensions, codes, n: Float64Array.of(60, 10, 40, 40), sums: {}, scores: { kind: "none" }, positiveLabel: "1" };
 * conditionalDemographicDisparity(cube, ["sex"], [], { kind: "decision", favourable: "1" })[0].plain.toFixed(3) // => "0.400"
 */
export function conditionalDemographicDisparity(
  cube: DecisionCube,
  attributes: readonly string[],
  controls: readonly string[],
  rule: DecisionRule,
): ConditionalDemographicDisparity[] {
  const all = outcomeTable(cube, attributes, rule);
  const levels = groupingOf(cube, controls);
  const tables = levels.groups.map((_, k) =>
    outcomeTable(cube, attributes, rule, cube.positiveLabel, (cell) => levels.groupOfCell[cell] === k),
  );
  return all.groups.map((group, g) => {
    let [sum, rows] = [0, 0];
    for (const table of tables) {
      const weight = decidedOf(table, table.groups.length).all;
      sum += weight * (disparityOf(table, g) ?? 0);
      rows += weight;
    }
    return { group, plain: disparityOf(all, g), conditional: rows > 0 ? sum / rows : null };
  });
}

function decidedOf({ weight }: OutcomeTable, g: number): { all: number; selected: number } {
  const decided = [0, 1, 3, 4, 6, 7].reduce((sum, outcome) => sum + weight[g * OUTCOMES + outcome]!, 0);
  const rate = rateOf(weight, g * OUTCOMES, "selectionRate");
  return { all: decided, selected: decided > 0 ? rate * decided : 0 };
}

function disparityOf(table: OutcomeTable, g: number): number | null {
  const [own, all] = [decidedOf(table, g), decidedOf(table, table.groups.length)];
  if (!(all.selected > 0 && all.selected < all.all)) return null;
  return (own.all - own.selected) / (all.all - all.selected) - own.selected / all.selected;
}

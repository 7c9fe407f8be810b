import { type MantelHaenszel, mantelHaenszel, type StratumTable } from "../../stats/mantel-haenszel.ts";
import type { DecisionCube } from "../cube/decision-cube.ts";
import { type Group, groupingOf, isSameGroup } from "../group/group.ts";
import { type DecisionRule, type OutcomeTable, outcomeTable } from "../rate/outcome-table.ts";
import { type RateName, rateCounts } from "../rate/rate.ts";

/** A group beside the reference: as they are, and like compared with like. */
export interface ControlledGap {
  readonly group: Group;
  /** Difference of the rates, all strata together; null without either rate. */
  readonly crude: number | null;
  /** Mantel and Haenszel's answer over the strata; `riskDifference` is the difference that remains. */
  readonly within: MantelHaenszel;
  /** Differences in each level of the control feature, where both groups have the rate. */
  readonly strata: readonly { readonly level: Group; readonly difference: number; readonly n: number }[];
  /**
   * "reverses": the crude difference and the one within strata have opposite signs (Simpson's paradox).
   * "vanishes": within strata less than a tenth of it is left. "holds" otherwise.
   */
  readonly pattern: "reverses" | "vanishes" | "holds" | "unknown";
}

/**
 * What is left of a gap when only rows with the same value of the control features are compared, and whether it turns
 * round. Counts only; weights are not asked.
 *
 * @param controls - columns to hold fixed
 * @param reference - group that the others are compared with
 * @throws RangeError when the reference group does not occur
 * @example
 * const dimensions = [{ name: "sex", role: "attribute", values: ["f", "m"] }, { name: "dept", role: "control", values: ["A", "B"] }, { name: "decision", role: "decision", values: ["0", "1"] }];
 * const codes = [Int32Array.of(0, 0, 0, 0, 1, 1, 1, 1), Int32Array.of(0, 0, 1, 1, 0, 0, 1, 1), Int32Array.of(0, 1, 0, 1, 0, 1, 0, 1)];
 * const cube = { dimensions, codes, n: Float64Array.of(1, 9, 70, 20, 20, 80, 8, 2), sums: {}, scores: { kind: "none" }, positiveLabel: "1" };
 * controlledGaps(cube, { attributes: ["sex"], controls: ["dept"], reference: { sex: "m" }, rate: "selectionRate", rule: { kind: "decision", favourable: "1" } })[0].pattern // => "reverses"
 */
export function controlledGaps(
  cube: DecisionCube,
  {
    attributes,
    controls,
    reference,
    rate,
    rule,
  }: {
    attributes: readonly string[];
    controls: readonly string[];
    reference: Group;
    rate: RateName;
    rule: DecisionRule;
  },
): ControlledGap[] {
  const all = outcomeTable(cube, attributes, rule);
  const base = all.groups.findIndex((group) => isSameGroup(group, reference));
  if (base < 0)
    throw new RangeError(`reference group does not occur: ${JSON.stringify(reference)}; name one of the groups`);
  const levels = groupingOf(cube, controls);
  const tables = levels.groups.map((level, k) => ({
    level,
    table: outcomeTable(cube, attributes, rule, cube.positiveLabel, (cell) => levels.groupOfCell[cell] === k),
  }));
  return all.groups.flatMap((group, g): ControlledGap[] => {
    if (g === base) return [];
    const crude = differenceOf(all, g, base, rate);
    const counted = tables.map(({ level, table }) => {
      const [a, b] = [g, base].map((position) => rateCounts(table, position, rate));
      return { level, a: a!, b: b! };
    });
    const within = mantelHaenszel(
      counted.map(({ a, b }): StratumTable => [a.successes, a.n - a.successes, b.successes, b.n - b.successes]),
    );
    const strata = counted
      .filter(({ a, b }) => a.n > 0 && b.n > 0)
      .map(({ level, a, b }) => ({ level, difference: a.successes / a.n - b.successes / b.n, n: a.n + b.n }));
    return [{ group, crude, within, strata, pattern: patternOf(crude, within.riskDifference) }];
  });
}

function differenceOf(table: OutcomeTable, g: number, base: number, rate: RateName): number | null {
  const [a, b] = [rateCounts(table, g, rate), rateCounts(table, base, rate)];
  return a.n > 0 && b.n > 0 ? a.successes / a.n - b.successes / b.n : null;
}

function patternOf(crude: number | null, within: number | null): ControlledGap["pattern"] {
  if (crude === null || within === null) return "unknown";
  if (crude * within < 0) return "reverses";
  return Math.abs(within) < 0.1 * Math.abs(crude) ? "vanishes" : "holds";
}

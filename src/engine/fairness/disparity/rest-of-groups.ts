import { wilsonInterval } from "../../stats/wilson-interval.ts";
import { OUTCOMES, type OutcomeTable } from "../rate/outcome-table.ts";
import { RATES, type RateName, rateCounts } from "../rate/rate.ts";
import type { Compared } from "./gap-interval.ts";

/** A group, all others together, and the group's share of the denominator. */
export interface GroupAndRest {
  readonly group: Compared;
  readonly rest: Compared;
  readonly share: number;
}

/**
 * A rate of one group beside that of all other rows.
 *
 * @param critical - standard normal quantile of both Wilson intervals
 * @returns null where either has no denominator
 * @example
 * const table = { attributes: ["g"], groups: [{ g: "a" }, { g: "b" }], weights: "none", ...Object.fromEntries(["n", "weight", "weightSquares"].map((name) => [name, Float64Array.of(3, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 5, 0, 0, 0, 0, 4, 0, 0, 0, 6, 0, 0, 0, 0)])) };
 * restOfGroups(table, 0, "baseRate", 1.96).share // => 0.4
 */
export function restOfGroups(
  table: OutcomeTable,
  group: number,
  name: RateName,
  critical: number,
): GroupAndRest | null {
  const { of, among } = RATES[name];
  const all = table.groups.length;
  const rest = (column: Float64Array, outcomes: readonly number[]) =>
    outcomes.reduce((sum, o) => sum + column[all * OUTCOMES + o]! - column[group * OUTCOMES + o]!, 0);
  const own = rateCounts(table, group, name);
  const weight = rest(table.weight, among);
  const effective = (weight * weight) / rest(table.weightSquares, among);
  if (!(own.effectiveN > 0 && effective > 0)) return null;
  const compared = (rate: number, n: number): Compared => {
    const proportion = { successes: rate * n, n };
    const [low, high] = wilsonInterval(proportion.successes, n, critical);
    return { estimate: rate, low, high, proportion };
  };
  const ownWeight = among.reduce((sum, o) => sum + table.weight[group * OUTCOMES + o]!, 0);
  return {
    group: compared(own.rate, own.effectiveN),
    rest: compared(rest(table.weight, of) / weight, effective),
    share: ownWeight / (ownWeight + weight),
  };
}

import type { GroupValues } from "../../../chart/series/fairness/group-words.ts";

/** A whole and the groups that add up to it, as positions; 0 is all rows together, k + 1 the k-th group. */
export interface RollUpEquation {
  readonly whole: number;
  readonly parts: readonly number[];
}

/**
 * Every way in which counts of groups add up: a group is the sum of those that have one attribute more, over the values of
 * that attribute.
 */
export function rollUpEquations(groups: readonly GroupValues[]): RollUpEquation[] {
  const places = new Map(groups.map((group, k) => [keyOf(group), k + 1]));
  places.set(keyOf({}), 0);
  const sums = new Map<string, { whole: number; parts: number[] }>();
  for (const [k, group] of groups.entries()) {
    for (const attribute of Object.keys(group)) {
      const { [attribute]: _, ...rest } = group;
      const whole = places.get(keyOf(rest));
      if (whole === undefined) continue;
      const key = JSON.stringify([whole, attribute]);
      const sum = sums.get(key);
      if (sum) sum.parts.push(k + 1);
      else sums.set(key, { whole, parts: [k + 1] });
    }
  }
  return [...sums.values()];
}

/** The same text for the same values, whatever their order. */
export function keyOf(group: GroupValues): string {
  return JSON.stringify(Object.entries(group).sort(([a], [b]) => (a < b ? -1 : 1)));
}

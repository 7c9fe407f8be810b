import type { DecisionCube } from "../cube/decision-cube.ts";
import { type DecisionRule, OUTCOMES, outcomeTable } from "../rate/outcome-table.ts";

/**
 * Of each value of a dimension, such as a person or a query, the weights by group and outcome: rows that belong together, for
 * {@link bootstrapIntervals}. Rows that lack the value are one cluster.
 *
 * @param by - a control feature or another dimension of the cube
 * @throws RangeError when the cube has no such dimension
 * @example
 * const dimensions = [{ name: "sex", role: "attribute", values: ["f", "m"] }, { name: "person", role: "control", values: ["p", "q"] }, { name: "decision", role: "decision", values: ["1"] }];
 * const codes = [Int32Array.of(0, 1), Int32Array.of(0, 1), Int32Array.of(0, 0)];
 * const cube = { dimensions, codes, n: Float64Array.of(3, 4), sums: {}, scores: { kind: "none" }, positiveLabel: "1" };
 * clusterTables(cube, ["sex"], "person", { kind: "decision", favourable: "1" }).map((weights) => weights[6] + weights[15]) // => [3, 4]
 */
export function clusterTables(
  cube: DecisionCube,
  attributes: readonly string[],
  by: string,
  rule: DecisionRule,
  positiveLabel: string | null = cube.positiveLabel,
): Float64Array[] {
  const whole = outcomeTable(cube, attributes, rule, positiveLabel);
  const crossed = outcomeTable(cube, [...attributes.filter((name) => name !== by), by], rule, positiveLabel);
  const keyOf = (group: { readonly [attribute: string]: string }) =>
    JSON.stringify(attributes.map((name) => group[name]));
  const places = new Map(whole.groups.map((group, g) => [keyOf(group), g]));
  const clusters = new Map<string, Float64Array>();
  for (const [c, group] of crossed.groups.entries()) {
    const name = group[by]!;
    const cluster = clusters.get(name) ?? new Float64Array(whole.groups.length * OUTCOMES);
    clusters.set(name, cluster);
    const at = places.get(keyOf(group))! * OUTCOMES;
    for (let outcome = 0; outcome < OUTCOMES; outcome++)
      cluster[at + outcome]! += crossed.weight[c * OUTCOMES + outcome]!;
  }
  return [...clusters.values()];
}

import type { Group } from "../group/group.ts";
import type { UndefinedReason } from "../rate/figure.ts";
import { OUTCOMES } from "../rate/outcome-table.ts";
import type { MetricName, MetricSource } from "./metric-source.ts";

/** Why a group takes no part in a disparity. */
export type ExclusionReason = UndefinedReason | "below-minimum-support";

/** Groups that take no part, by their position. */
export type GroupExclusions = ReadonlyMap<number, ExclusionReason>;

/**
 * Groups of a source that have no value of one of the metrics, or too few rows.
 *
 * @param minimumSupport - fewest rows; 0 leaves out none
 * @example
 * const sex = { name: "sex", role: "attribute", values: ["f", "m"] };
 * const decision = { name: "decision", role: "decision", values: [null, "1"] };
 * const cube = { dimensions: [sex, decision], codes: [Int32Array.of(0, 1), Int32Array.of(0, 1)], n: Float64Array.of(2, 9), sums: {}, scores: { kind: "none" }, positiveLabel: "1" };
 * const source = metricSource(cube, ["sex"], { rule: { kind: "decision", favourable: "1" } });
 * [...groupExclusions(source, ["selectionRate"], 0)].join() // => "0,no-decisions"
 */
export function groupExclusions(
  source: MetricSource,
  metrics: readonly MetricName[],
  minimumSupport: number,
): GroupExclusions {
  const excluded = new Map<number, ExclusionReason>();
  for (let g = 0; g < source.groups.length; g++) {
    const measured = metrics.map((metric) => source.measure(metric, 1)[g]!).find(({ estimate }) => estimate === null);
    if (measured?.estimate === null) excluded.set(g, measured.reason);
    if (rowsOfGroup(source, g) < minimumSupport) excluded.set(g, "below-minimum-support");
  }
  return excluded;
}

/** Positions of the groups that do take part. */
export function includedGroups({ groups }: { readonly groups: readonly Group[] }, excluded: GroupExclusions): number[] {
  return groups.flatMap((_, g) => (excluded.has(g) ? [] : [g]));
}

/** Rows of a group, whatever is known of them. */
export function rowsOfGroup({ table }: Pick<MetricSource, "table">, group: number): number {
  let rows = 0;
  for (let outcome = 0; outcome < OUTCOMES; outcome++) rows += table.n[group * OUTCOMES + outcome]!;
  return rows;
}

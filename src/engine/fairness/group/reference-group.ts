import { MISSING } from "../cube/decision-cube.ts";
import { type Group, isSameGroup } from "./group.ts";

/** Which group the others are compared with: the largest, that with the highest selection rate, or one by its name. */
export type ReferenceChoice =
  | { readonly kind: "largest" }
  | { readonly kind: "best-rate" }
  | { readonly kind: "named"; readonly group: Group };

/**
 * Position of the reference group; of equals the first. Null without a group that qualifies: one with a missing value
 * does not, unless it is named.
 *
 * A named reference may name fewer or more attributes than the groups have: those in common decide, so that
 * `{ race: "White" }` is the reference among races, and among sex × race the first of its groups.
 *
 * @param rows - of each group
 * @param rates - of each group, NaN where undefined
 * @throws RangeError when a group is named by an attribute of the groups, and none has that value
 * @example
 * referenceGroup([{ sex: "f" }, { sex: "m" }], { kind: "best-rate" }, { rows: [9, 9], rates: [0.2, 0.3] }) // => 1
 */
export function referenceGroup(
  groups: readonly Group[],
  choice: ReferenceChoice,
  { rows, rates }: { rows: readonly number[]; rates: readonly number[] },
): number | null {
  if (choice.kind === "named") return namedGroup(groups, choice.group);
  const values = choice.kind === "largest" ? rows : rates;
  let best: number | null = null;
  for (const [g, value] of values.entries()) {
    if (Object.values(groups[g]!).includes(MISSING)) continue;
    if (!Number.isNaN(value) && rows[g]! > 0 && (best === null || value > values[best]!)) best = g;
  }
  return best;
}

function namedGroup(groups: readonly Group[], named: Group): number | null {
  const [first] = groups;
  const asked = Object.keys(named).filter((attribute) => first !== undefined && attribute in first);
  if (asked.length === 0) return null;
  const exact = groups.findIndex((group) => isSameGroup(group, named));
  if (exact >= 0) return exact;
  const near = groups.findIndex((group) => asked.every((attribute) => group[attribute] === named[attribute]));
  if (near >= 0) return near;
  const values = [...new Set(groups.map((group) => asked.map((attribute) => group[attribute]).join(" ")))];
  throw new RangeError(
    `reference group not found: ${asked.map((attribute) => `${attribute} ${named[attribute]}`).join(", ")}; there are ${values.join(", ")}`,
  );
}

import type { AuditSettings } from "../../engine/fairness/audit.ts";
import type { DecisionCube } from "../../engine/fairness/cube/decision-cube.ts";
import { groupAttributes, groupingOf } from "../../engine/fairness/group/group.ts";

/** More values than this are no groups but names, or numbers. */
const mostGroups = 20_000;
/** More groups than this are not made by intersection: nobody would read them. */
const mostIntersections = 2000;
const mostShown = 3;

/**
 * How deep an audit of these attributes can go: intersections of so many groups that nobody would read them are left out,
 * and said to be.
 *
 * @throws RangeError when one attribute alone has too many values
 */
export function auditLoad(
  cube: DecisionCube,
  attributes: readonly string[],
): { readonly settings: Pick<AuditSettings, "deepest">; readonly warnings: { code: string; message: string }[] } {
  const depths = new Map<number, { readonly most: number; readonly chosen: readonly string[] }>();
  for (const chosen of groupAttributes(attributes, mostShown)) {
    const { length } = groupingOf(cube, chosen).groups;
    if (length > (depths.get(chosen.length)?.most ?? 0)) depths.set(chosen.length, { most: length, chosen });
    if (chosen.length === 1 && length > mostGroups)
      throw new RangeError(
        `${chosen[0]} has ${length} values, more than the ${mostGroups} groups that can be compared; name a column with fewer, such as bands`,
      );
  }
  let deepest = 1;
  while (deepest < Math.min(mostShown, attributes.length) && depths.get(deepest + 1)!.most <= mostIntersections)
    deepest++;
  if (deepest >= attributes.length) return { settings: {}, warnings: [] };
  const next = depths.get(deepest + 1);
  const why = next
    ? `${next.chosen.join(" and ")} alone make ${next.most} groups`
    : `more than ${mostShown} attributes at a time`;
  return {
    settings: { deepest },
    warnings: [
      {
        code: "intersections-left-out",
        message: `intersections of ${deepest + 1} and more attributes left out: ${why}`,
      },
    ],
  };
}

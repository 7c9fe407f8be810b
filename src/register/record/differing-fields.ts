import type { PlannedChange } from "../../contract/plan.ts";

type Field = PlannedChange["fields"][number];

/**
 * The fields in which two records differ, as JSON pointers, with what stands there before and after (null: nothing).
 * Lists are compared as wholes: an entry has no name of its own.
 */
export function differingFields(before: unknown, after: unknown, path = ""): Field[] {
  if (isMap(before) && isMap(after))
    return [...new Set([...Object.keys(before), ...Object.keys(after)])]
      .sort()
      .flatMap((key) =>
        differingFields(before[key], after[key], `${path}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`),
      );
  return isSame(before, after) ? [] : [{ path, before: before ?? null, after: after ?? null }];
}

/** Equal as JSON: the order of keys and fields that are undefined do not matter. */
export function isSame(a: unknown, b: unknown): boolean {
  if (a === b || ((a ?? null) === null && (b ?? null) === null)) return true;
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((entry, index) => isSame(entry, b[index]));
  if (!isMap(a) || !isMap(b)) return false;
  for (const key in a) if (!isSame(a[key], b[key])) return false;
  for (const key in b) if (!(key in a) && b[key] !== undefined) return false;
  return true;
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

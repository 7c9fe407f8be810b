import { MISSING } from "../../../engine/fairness/cube/decision-cube.ts";

/** Values of protected attributes, as a report names a group. */
export type GroupValues = Readonly<Record<string, string>>;

/** A group beside a mark: "f", "f, Black", "sex not stated"; "all" without attributes. */
export function groupLabel(group: GroupValues): string {
  const parts = Object.entries(group).map(([attribute, value]) => valueLabel(attribute, value));
  return parts.length === 0 ? "all" : parts.join(", ");
}

/** One value where its attribute stands above it; a missing one says so. */
export function valueLabel(attribute: string, value: string): string {
  return value === MISSING ? `${attribute} not stated` : value;
}

/** Attributes as a heading: "Sex", "Sex and race". */
export function attributesTitle(attributes: readonly string[]): string {
  const [last = "", ...before] = attributes.toReversed();
  const text = before.length === 0 ? last : `${before.toReversed().join(", ")} and ${last}`;
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Whether two groups are the same: the same values of the same attributes. */
export function sameGroup(a: GroupValues, b: GroupValues): boolean {
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => a[key] === b[key]);
}

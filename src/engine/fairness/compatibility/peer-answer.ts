import type { Group } from "../group/group.ts";

/** Whose conventions and names are taken. */
export const PEER_TOOLS = ["fairlearn", "aif360", "aequitas"] as const;
export type PeerTool = (typeof PEER_TOOLS)[number];

/** A value as the tool would print it: null stands for its NaN, "inf" for what it divides by zero. */
export type PeerValue = number | boolean | string | null;
export type PeerValues = { readonly [name: string]: PeerValue };

/** Figures under a tool's own names, by its own conventions. They are not ours: no interval, no test, no verdict. */
export interface PeerAnswer {
  readonly tool: PeerTool;
  readonly attributes: readonly string[];
  /** Level of the control features that this is about; without them empty. */
  readonly control: Group;
  readonly overall: PeerValues;
  readonly byGroup: readonly { readonly group: Group; readonly metrics: PeerValues }[];
  readonly aggregates: PeerValues;
  /** What the tool's conventions did with these data, and where it would have refused them. */
  readonly notes: readonly string[];
}

/**
 * A number as a tool would print it.
 *
 * @example
 * [0.5, Number.NaN, 1 / 0].map(peerValue) // => [0.5, null, "inf"]
 */
export function peerValue(value: number): PeerValue {
  if (Number.isNaN(value)) return null;
  return Number.isFinite(value) ? value : value > 0 ? "inf" : "-inf";
}

/** A record of numbers as a tool would print them. */
export function peerValues(values: { readonly [name: string]: number }): PeerValues {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, peerValue(value)]));
}

import type { Level } from "../scale.ts";

/** How risks are taken to lie on the scales when pairs of them are compared. */
export type RiskDensity = "uniform" | "log-uniform";

/** Where a level begins and ends. */
export type AxisRange = readonly [from: number, to: number];

/**
 * The levels of an axis as ranges that a density can lie on: a lowest level that starts at 0 has no logarithm, so on a
 * logarithmic axis it starts where a step as large as the next level's would.
 *
 * @example
 * axisRanges([{ name: "a", from: 0, to: 1 }, { name: "b", from: 1, to: 10 }], "log-uniform") // => [[0.1, 1], [1, 10]]
 */
export function axisRanges(levels: readonly Level[], density: RiskDensity): AxisRange[] {
  return levels.map(({ from, to }, k) => {
    if (from > 0 || density === "uniform") return [from, to];
    const next = levels[k + 1];
    return [next ? (to * to) / next.to : to / 10, to];
  });
}

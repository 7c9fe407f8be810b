import {
  THRESHOLD_AIMS,
  type ThresholdAim,
  type ThresholdChoice,
  type ThresholdChoiceSettings,
  thresholdChoice,
} from "./threshold-choice.ts";
import type { ThresholdTable } from "./threshold-table.ts";

/** Where thresholds would have to stand to serve an aim. */
export interface ThresholdMark extends ThresholdChoice {
  readonly aim: ThresholdAim;
  readonly scope: "per-group" | "common";
}

/**
 * The thresholds to mark on a what-if: for every aim, one for each group and one for all.
 *
 * @example
 * const dimensions = [{ name: "label", role: "label", values: ["0", "1"] }, { name: "score", role: "score", values: [0.2, 0.7] }];
 * const cube = { dimensions, codes: [Int32Array.of(0, 1), Int32Array.of(0, 1)], n: Float64Array.of(4, 5), sums: {}, scores: { kind: "exact" }, positiveLabel: "1" };
 * thresholdMarks(thresholdTable(cube, []))[0] // => { aim: "least-cost", scope: "per-group", thresholds: [0.7], cost: 0, gap: null }
 */
export function thresholdMarks(
  { sweeps }: Pick<ThresholdTable, "sweeps">,
  settings: Omit<ThresholdChoiceSettings, "scope"> = {},
): ThresholdMark[] {
  return THRESHOLD_AIMS.flatMap((aim) =>
    (["per-group", "common"] as const).map((scope) => ({
      aim,
      scope,
      ...thresholdChoice(sweeps, aim, { ...settings, scope }),
    })),
  );
}

import type { ThresholdSweep } from "../../../engine/fairness/threshold/threshold-sweep.ts";
import { tenth } from "./axis-steps.ts";

/** How the scores of a group lie: positives above a line, others below it. */
export interface ScoreStrip {
  readonly width: number;
  readonly height: number;
  /** Height of the line between them. */
  readonly base: number;
  readonly above: string;
  readonly below: string;
}

export type Scores = Pick<ThresholdSweep, "edge" | "truePositive" | "selected">;

/** Weight of positives and of all others in so many equal stretches of [0, 1]. */
export function scoreBars(
  { edge, truePositive, selected }: Scores,
  bars: number,
): { above: number[]; below: number[] } {
  const above = new Array<number>(bars).fill(0);
  const below = new Array<number>(bars).fill(0);
  for (let k = 0; k < edge.length; k++) {
    const bar = Math.min(bars - 1, Math.max(0, Math.floor(edge[k]! * bars)));
    const positives = truePositive[k]! - truePositive[k + 1]!;
    above[bar]! += positives;
    below[bar]! += selected[k]! - selected[k + 1]! - positives;
  }
  return { above, below };
}

/** Bars of a group's scores, as two paths; the tallest bar of either side reaches its edge. */
export function layoutScoreStrip(
  scores: Scores,
  { width, height }: { readonly width: number; readonly height: number },
): ScoreStrip {
  const count = width < 320 ? 25 : 50;
  const { above, below } = scoreBars(scores, count);
  const tallest = [Math.max(...above), Math.max(...below)] as const;
  const sum = tallest[0] + tallest[1];
  // Both sides on one scale: the line lies where both tallest bars just fit.
  const base = sum > 0 ? tenth(Math.min(height - 1, Math.max(1, (height * tallest[0]) / sum))) : height / 2;
  const scale = sum > 0 ? height / sum : 0;
  const step = width / count;
  const path = (values: readonly number[], direction: -1 | 1) =>
    values
      .map((value, k) => {
        const tall = tenth(value * scale);
        if (tall === 0) return "";
        return `M${tenth(k * step)} ${base}v${direction * tall}h${tenth(Math.max(1, step - 1))}v${-direction * tall}z`;
      })
      .join("");
  return { width, height, base, above: path(above, -1), below: path(below, 1) };
}

import type { ItemDraft } from "./ahp-draft.ts";

/** How many times `left` outweighs `right`; null while nobody said. */
export interface Pair {
  readonly left: ItemDraft;
  readonly right: ItemDraft;
  readonly ratio: number | null;
}

/** Ends of Saaty's scale on the slider, whose middle is 0: left of it the left item outweighs. */
export const scaleEnd = 8;

const strengths = [
  "slightly",
  "moderately",
  "moderately to strongly",
  "strongly",
  "strongly to very strongly",
  "very strongly",
  "very strongly to extremely",
  "extremely",
] as const;

/** Place on the slider of a ratio, the nearest where it lies between two. */
export function stepOf(ratio: number): number {
  const step = ratio >= 1 ? -(ratio - 1) : 1 / ratio - 1;
  return Math.round(Math.max(-scaleEnd, Math.min(scaleEnd, step)));
}

/** The ratio of a place on the slider, as it is written in a file. */
export function ratioAt(step: number): number | string {
  return step <= 0 ? 1 - step : `1/${1 + step}`;
}

/** "discrimination strongly outweighs privacy" */
export function pairWords({ left, right, ratio }: Pair): string {
  if (ratio === null) return `${left.name} and ${right.name}: not compared`;
  const step = stepOf(ratio);
  if (step === 0) return `${left.name} and ${right.name} weigh alike`;
  const [more, less] = step < 0 ? [left, right] : [right, left];
  return `${more.name} ${strengths[Math.abs(step) - 1]} outweighs ${less.name}`;
}

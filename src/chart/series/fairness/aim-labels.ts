import { textWidth } from "../text-width.ts";
import { tenth } from "./axis-steps.ts";

/** A word over an axis, at a place of it. */
export interface AxisLabel {
  readonly key: string;
  readonly x: number;
  readonly text: string;
  readonly anchor: "start" | "end";
  /** Rows up from the axis, 0 nearest. */
  readonly level: number;
}

/** Words over an axis, each beside its place and no two on one another: what does not fit goes a row up. */
export function placeAxisLabels(
  labels: readonly { readonly key: string; readonly x: number; readonly text: string }[],
  { width, size = 11 }: { readonly width: number; readonly size?: number },
): AxisLabel[] {
  const taken: { level: number; from: number; to: number }[] = [];
  return [...labels]
    .sort((a, b) => a.x - b.x)
    .map(({ key, x, text }) => {
      const long = textWidth(text, size) + 8;
      const anchor = x + 4 + long <= width || x < long ? ("start" as const) : ("end" as const);
      const [from, to] = anchor === "start" ? [x, x + 4 + long] : [x - 4 - long, x];
      let level = 0;
      while (taken.some((each) => each.level === level && each.from < to && from < each.to)) level++;
      // A word higher up stands on a stem, which must not run through the words below it.
      taken.push({ level, from, to });
      return { key, x: tenth(x), text, anchor, level };
    });
}

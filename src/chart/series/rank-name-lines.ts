import { fitLines } from "./break-lines.ts";
import { cutText } from "./fairness/cut-text.ts";

/** A name in at most two lines; what is longer ends in an ellipsis, and the table beside the chart has the whole. */
export function rankNameLines(name: string, room: number, size: number): string[] {
  const lines = fitLines(name, room, size);
  if (lines.length <= 2) return lines.map((line) => cutText(line, room, size));
  return [lines[0]!, cutText(lines.slice(1).join(" "), room, size)];
}

import { textWidth } from "./text-width.ts";

/**
 * Breaks a name between words into at most so many lines of about equal length; a name is never cut.
 * With fewer words than lines it has fewer lines.
 */
export function breakLines(text: string, lines: number): string[] {
  const words = text.split(/\s+/).filter(Boolean);
  if (lines <= 1 || words.length <= 1) return [words.join(" ")];
  let best: string[] = [words.join(" ")];
  let bestWidth = Number.POSITIVE_INFINITY;
  for (let cut = 1; cut < words.length; cut += 1) {
    const broken = [words.slice(0, cut).join(" "), ...breakLines(words.slice(cut).join(" "), lines - 1)];
    const width = Math.max(...broken.map((line) => textWidth(line, 1)));
    if (width < bestWidth) [best, bestWidth] = [broken, width];
  }
  return best;
}

/** As few lines as keep within a width; where a single word is wider, that word stands alone and overhangs. */
export function fitLines(text: string, width: number, size: number): string[] {
  const words = text.split(/\s+/).filter(Boolean);
  for (let lines = 1; lines < words.length; lines += 1) {
    const broken = breakLines(text, lines);
    if (broken.every((line) => textWidth(line, size) <= width)) return broken;
  }
  return words.length === 0 ? [""] : breakLines(text, words.length);
}

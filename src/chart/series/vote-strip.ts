import { fitLines } from "./break-lines.ts";
import { formatNumber } from "./format-number.ts";

/** One person's mark on an axis. */
export interface StripVote {
  readonly by: string;
  readonly initials: string;
  readonly level: number;
  /** What it was while nobody saw the others', where that was another level. */
  readonly blind: number | null;
  /** own: of whoever looks; apart: far off the median; plain: any other. */
  readonly kind: "own" | "apart" | "plain";
}

interface StripMark {
  readonly key: string;
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly kind: StripVote["kind"] | "blind";
}

export interface VoteStripLayout {
  readonly width: number;
  readonly height: number;
  readonly baseline: number;
  /** Where one level ends and the next begins. */
  readonly parts: readonly number[];
  readonly levels: readonly { readonly x: number; readonly lines: readonly string[] }[];
  readonly marks: readonly StripMark[];
  /** How many of a level had no room for a mark of their own. */
  readonly counts: readonly { readonly level: number; readonly x: number; readonly y: number; readonly text: string }[];
  readonly median: { readonly x: number; readonly text: string };
}

export const stripMarkRadius = 10;
const pitch = 23;
const mostRows = 3;
const top = 18;

/**
 * The votes on one axis: a column for each level, a mark for each person, the median across them. Its height depends on
 * how many voted and not on how, so that nothing below moves when a vote does.
 */
export function layoutVoteStrip(
  votes: readonly StripVote[],
  { levels, median, width }: { readonly levels: readonly string[]; readonly median: number; readonly width: number },
): VoteStripLayout {
  const columnWidth = width / levels.length;
  const perRow = Math.max(1, Math.floor((columnWidth - 4) / pitch));
  const rows = Math.min(mostRows, Math.max(1, Math.ceil(votes.length / perRow)));
  const baseline = top + rows * pitch + 4;
  const middleOf = (level: number) => (level - 0.5) * columnWidth;
  const marks: StripMark[] = [];
  const counts: VoteStripLayout["counts"][number][] = [];
  for (const [index] of levels.entries()) {
    const level = index + 1;
    const here = votes.flatMap(({ by, initials, kind, level: now, blind }): Omit<StripMark, "x" | "y">[] => {
      if (now === level) return [{ key: by, text: initials, kind }];
      return blind === level ? [{ key: `${by} blind`, text: initials, kind: "blind" }] : [];
    });
    const standing = here.sort((a, b) => Number(a.kind === "blind") - Number(b.kind === "blind"));
    const room = perRow * rows;
    const shown = standing.length > room ? standing.slice(0, room - 1) : standing;
    const place = (k: number) => {
      const inRow = Math.min(perRow, standing.length - Math.floor(k / perRow) * perRow);
      return {
        x: round(middleOf(level) + ((k % perRow) - (inRow - 1) / 2) * pitch),
        y: round(baseline - 4 - pitch / 2 - Math.floor(k / perRow) * pitch),
      };
    };
    marks.push(...shown.map((mark, k) => ({ ...mark, ...place(k) })));
    const left = standing.length - shown.length;
    if (left > 0) counts.push({ level, ...place(shown.length), text: `+${left}` });
  }
  const names = levels.map((name, index) => {
    const lines = columnWidth < 62 ? [] : fitLines(name, columnWidth - 6, 11);
    return { x: round(middleOf(index + 1)), lines: [String(index + 1), ...lines] };
  });
  const lines = Math.max(...names.map((each) => each.lines.length));
  return {
    width,
    height: baseline + 6 + lines * 13,
    baseline,
    parts: Array.from({ length: levels.length + 1 }, (_, index) => round(index * columnWidth)),
    levels: names,
    marks,
    counts,
    median: { x: round(middleOf(median)), text: `median ${formatNumber(median, 1)}` },
  };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

import type { Box } from "../box.ts";
import { formatNumber } from "../format-number.ts";
import { textWidth } from "../text-width.ts";
import { axisPlace, axisSteps, tenth } from "./axis-steps.ts";
import { cutText } from "./cut-text.ts";
import type { ForestLine, ForestRow, ForestSection } from "./forest-rows.ts";
import { formatInterval, formatShare } from "./format-rate.ts";
import { reasonWords } from "./metric-words.ts";

export interface ForestInput {
  readonly sections: readonly ForestSection[];
  /** Rate of all together: a thin rule through every row; null draws none. */
  readonly overall: number | null;
  readonly width: number;
}

export interface PlacedForestRow {
  readonly key: string;
  readonly y: number;
  readonly label: string;
  /** The whole label, where it had to be cut. */
  readonly title: string | null;
  readonly n: string;
  readonly mark: ForestRow["mark"];
  readonly aside: string;
  readonly value: {
    readonly x: number;
    readonly low: number | null;
    readonly high: number | null;
    readonly estimate: string;
    readonly interval: string;
    readonly before: number | null;
  } | null;
  /** Why there is no value. */
  readonly reason: string | null;
  /** All of it in words, for who does not see it. */
  readonly words: string;
}

export interface ForestLayout {
  readonly width: number;
  readonly height: number;
  readonly form: "one-line" | "two-lines";
  readonly plot: Box;
  readonly columns: {
    readonly n: number;
    readonly estimate: number;
    readonly interval: number;
    readonly aside: number | null;
  };
  readonly ticks: readonly { readonly x: number; readonly text: string }[];
  readonly overall: number | null;
  readonly sections: readonly {
    readonly title: string;
    readonly y: number;
    readonly top: number;
    readonly bottom: number;
    /** Left and right end of the side that is over. */
    readonly over: readonly [number, number] | null;
    readonly rows: readonly PlacedForestRow[];
    readonly left: string | null;
  }[];
  /** The load line, stepped from section to section. */
  readonly line: string;
  readonly lineEnd: {
    readonly x: number;
    readonly y: number;
    readonly text: string;
    readonly anchor: "start" | "end";
  } | null;
}

const roomForOneLine = 600;
const head = 22;
const titleHeight = 24;
const rowHeight = { "one-line": 23, "two-lines": 44 } as const;

/** A row a group: its name, its rows, its rate on a common axis, the figure and its interval. */
export function layoutForest({ sections, overall, width }: ForestInput): ForestLayout {
  const form = width >= roomForOneLine ? "one-line" : "two-lines";
  const rows = sections.flatMap((section) => section.rows);
  const hasAside = rows.some(({ aside }) => aside !== undefined);
  const longest = Math.max(60, ...rows.map(({ label }) => textWidth(label, 12)));
  const nameWidth = form === "one-line" ? Math.min(longest + 16, width * 0.28) : width - 130;
  const columns = {
    n: form === "one-line" ? nameWidth + 62 : width - 56,
    estimate: form === "one-line" ? width - 88 - (hasAside ? 76 : 0) : width,
    interval: width - (hasAside ? 76 : 0),
    aside: hasAside && form === "one-line" ? width : null,
  };
  const plot = {
    left: form === "one-line" ? columns.n + 20 : 8,
    right: form === "one-line" ? columns.estimate - 50 : width - 8,
    top: head,
  };
  const axis = axisSteps(
    [
      ...rows.flatMap(({ figure, before }) => [...ends(figure), ...(before == null ? [] : [before])]),
      ...sections.flatMap(({ line }) => (line ? [line.at] : [])),
      ...(overall === null ? [] : [overall]),
    ],
    [0, 1],
    form === "one-line" ? 6 : 4,
  );
  const x = axisPlace(axis, plot.left, plot.right);
  let y = head;
  const placed = sections.map((section) => {
    const top = y;
    y += titleHeight;
    const inside = section.rows.map((row) => {
      const at = place(row, y, { form, x, nameWidth });
      y += rowHeight[form];
      return at;
    });
    if (section.left > 0) y += 18;
    const { line } = section;
    return {
      title: section.title,
      y: top + 16,
      top,
      bottom: y,
      over: line
        ? ([line.over === "below" ? plot.left : x(line.at), line.over === "below" ? x(line.at) : plot.right] as const)
        : null,
      rows: inside,
      left: section.left > 0 ? `and ${formatNumber(section.left)} more in the table` : null,
    };
  });
  const lines = sections.map(({ line }, k) => (line ? { line, x: x(line.at), ...placed[k]! } : null));
  const last = lines.findLast((each) => each !== null);
  return {
    width,
    height: y + (last ? 28 : 6),
    form,
    plot: { ...plot, bottom: y },
    columns,
    ticks: axis.at.map((value) => ({ x: x(value), text: `${formatNumber(value * 100, 1)} %` })),
    overall: overall === null ? null : x(overall),
    sections: placed,
    line: linePath(lines),
    lineEnd: last ? { ...endOf(last.x, last.line, width), y: y + 15 } : null,
  };
}

function place(
  row: ForestRow,
  top: number,
  { form, x, nameWidth }: { form: ForestLayout["form"]; x: (share: number) => number; nameWidth: number },
): PlacedForestRow {
  const { figure, label, n, mark, aside = "", key } = row;
  const shown = cutText(label, form === "one-line" ? nameWidth - 16 : nameWidth, 12);
  const base = {
    key,
    y: top + (form === "one-line" ? 11.5 : 30),
    label: shown,
    title: shown === label ? null : label,
    n: formatNumber(n),
    mark,
    aside,
  };
  if (figure.estimate === null) {
    const reason = reasonWords(figure.reason);
    return { ...base, value: null, reason, words: `${label}, ${base.n} rows: ${reason}` };
  }
  const before = row.before ?? null;
  const estimate = formatShare(figure.estimate);
  const interval = formatInterval(figure, formatShare);
  return {
    ...base,
    value: {
      x: x(figure.estimate),
      low: figure.low === null ? null : x(figure.low),
      high: figure.high === null ? null : x(figure.high),
      estimate,
      interval,
      before: before === null ? null : x(before),
    },
    reason: null,
    words: `${label}, ${base.n} rows: ${estimate} percent, ${interval}${mark === "plain" || mark === "tried" ? "" : `, ${mark.replaceAll("-", " ")}`}`,
  };
}

function ends(figure: ForestRow["figure"]): number[] {
  if (figure.estimate === null) return [];
  return [figure.estimate, figure.low ?? figure.estimate, figure.high ?? figure.estimate];
}

function linePath(
  lines: readonly ({ readonly x: number; readonly top: number; readonly bottom: number } | null)[],
): string {
  let path = "";
  let before: number | null = null;
  for (const line of lines) {
    if (line) path += before === null ? `M${line.x} ${line.top}V${line.bottom}` : `H${line.x}V${line.bottom}`;
    before = line?.x ?? null;
  }
  return path;
}

function endOf(
  x: number,
  { text, over }: ForestLine,
  width: number,
): { x: number; text: string; anchor: "start" | "end" } {
  const said = `the line: ${text}`;
  const isStart = over === "below" ? x + 14 + textWidth(said, 11) <= width : x - 14 < textWidth(said, 11);
  return { x: tenth(x), text: said, anchor: isStart ? "start" : "end" };
}

import { daysBetween, formatDate, formatMonth } from "./format-date.ts";

export interface HistoryPoint {
  /** ISO date, or an instant that begins with one. */
  readonly at: string;
  /** Null while nobody has rated it. */
  readonly score: number | null;
}

export interface HistoryLayout {
  readonly width: number;
  readonly height: number;
  readonly plot: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };
  readonly path: string;
  readonly end: { readonly x: number; readonly y: number; readonly score: number } | null;
  readonly line: number | null;
  readonly tolerance: number | null;
  readonly dates: readonly {
    readonly x: number;
    readonly label: string;
    readonly anchor: "start" | "middle" | "end";
  }[];
}

type Line = { readonly appetite: number; readonly tolerance: number } | null;

/** A score over time: it holds until an event moves it; where nobody had rated it the line has a gap. */
export function layoutHistory(
  history: readonly HistoryPoint[],
  line: Line,
  frame: { readonly width: number; readonly height: number; readonly today: string },
): HistoryLayout {
  const points = [...history].sort((a, b) => (a.at < b.at ? -1 : 1));
  const plot = { left: 24, right: frame.width - 36, top: 10, bottom: frame.height - 24 };
  const first = points[0]?.at ?? frame.today;
  const span = Math.max(1, daysBetween(first, frame.today));
  const scores = points.flatMap(({ score }) => score ?? []);
  const most = Math.max(1, ...scores, line?.tolerance ?? 0) * 1.08;
  const x = (at: string) => round(plot.left + (Math.min(span, dayOf(first, at)) / span) * (plot.right - plot.left));
  const y = (score: number) => round(plot.bottom - (score / most) * (plot.bottom - plot.top));
  let path = "";
  let before: number | null = null;
  for (const { at, score } of points) {
    if (before !== null) path += `H${x(at)}`;
    if (score !== null) path += before === null ? `M${x(at)} ${y(score)}` : `V${y(score)}`;
    before = score;
  }
  if (before !== null) path += `H${plot.right}`;
  return {
    ...frame,
    plot,
    path,
    end: before === null ? null : { x: plot.right, y: y(before), score: before },
    line: line && y(line.appetite),
    tolerance: line && line.tolerance > line.appetite ? y(line.tolerance) : null,
    dates: dateLabels(first, frame.today, span, (at) => x(at), plot.right),
  };
}

/** Since when it is on the side of the line where it is now. */
export function historySentence(history: readonly HistoryPoint[], line: Line, today: string): string {
  const scored = [...history].sort((a, b) => (a.at < b.at ? -1 : 1)).filter(({ score }) => score !== null);
  const last = scored[scored.length - 1];
  if (!last) return "No score is recorded yet";
  if (line === null) return "Residual score since it was first scored";
  const isOver = ({ score }: HistoryPoint) => score! >= line.appetite;
  const side = isOver(last) ? "At or over the line" : "Under the line";
  const turned = scored.findLastIndex((point) => isOver(point) !== isOver(last));
  if (turned < 0) return `${side} since it was first scored`;
  return `${side} since ${formatDate(scored[turned + 1]!.at, today)}`;
}

function dateLabels(
  first: string,
  today: string,
  span: number,
  x: (at: string) => number,
  right: number,
): HistoryLayout["dates"] {
  const labels: { x: number; label: string; anchor: "start" | "middle" | "end" }[] = [
    { x: x(first), label: formatDate(first, today), anchor: "start" },
  ];
  // A long history names quarters or years; a label needs about 60 pixels.
  const every = span > 1500 ? 12 : span > 500 ? 3 : span > 240 ? 2 : 1;
  let [year, month] = [Number(first.slice(0, 4)), Number(first.slice(5, 7))];
  for (;;) {
    month += 1;
    if (month > 12) [year, month] = [year + 1, 1];
    const start = `${year}-${String(month).padStart(2, "0")}-01`;
    if (start >= today) break;
    if ((month - 1) % every !== 0) continue;
    const at = x(start);
    if (at - labels[labels.length - 1]!.x < 62 || right - at < 44) continue;
    labels.push({ x: at, label: every >= 12 ? String(year) : `1 ${formatMonth(start)}`, anchor: "middle" });
  }
  labels.push({ x: right, label: "today", anchor: "end" });
  return labels;
}

/** Days since the first day, with the hours of an instant as a fraction. */
function dayOf(first: string, at: string): number {
  const hours = at.length > 10 ? Number(at.slice(11, 13)) + Number(at.slice(14, 16)) / 60 : 0;
  return daysBetween(first, at) + (Number.isNaN(hours) ? 0 : hours / 24);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

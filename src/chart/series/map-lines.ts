import type { Box, Point, Segment } from "./box.ts";
import { textWidth } from "./text-width.ts";

export interface MapLine {
  readonly path: string;
  readonly ring: Point | null;
  readonly label: { readonly at: Point; readonly anchor: "middle" | "start"; readonly text: string } | null;
}

/** The load line of the map with its ring and its words. */
export function drawLoadLine(
  lines: readonly Point[][],
  plot: Box,
  beyond: number,
  text: string | null,
): MapLine | null {
  if (lines.length === 0) return null;
  const longest = [...lines].sort((a, b) => b.length - a.length)[0]!;
  const level = toSegments(longest)
    .filter(({ from, to }) => from.y === to.y)
    .sort((a, b) => a.from.y - b.from.y)[0];
  const ring = level ? { x: (level.from.x + level.to.x) / 2, y: level.from.y } : toSegments(longest)[0]!.from;
  return {
    path: lines.map((line) => pathOf(overhang(line, plot, beyond))).join(""),
    ring,
    label:
      text === null
        ? null
        : { at: { x: ring.x, y: ring.y + (ring.y + 30 > plot.bottom ? -14 : 24) }, anchor: "middle", text },
  };
}

/** The tolerance of the map, dashed and without a ring. */
export function drawTolerance(lines: readonly Point[][], plot: Box, text: string | null): MapLine | null {
  if (lines.length === 0) return null;
  const first = lines[0]![0]!;
  return {
    path: lines.map((line) => pathOf(overhang(line, plot, 0))).join(""),
    ring: null,
    label:
      text === null || plot.right - first.x < 90
        ? null
        : { at: { x: first.x + 8, y: plot.top + 13 }, anchor: "start", text },
  };
}

/** Lets the ends that lie on the plot's border stand a little beyond it. */
function overhang(line: readonly Point[], plot: Box, beyond: number): Point[] {
  const beyondBorder = ({ x, y }: Point): Point => ({
    x: x === plot.right ? x + beyond : x === plot.left ? x - beyond : x,
    y: y === plot.top ? y - beyond : y === plot.bottom ? y + beyond : y,
  });
  return line.map((point, index) => (index === 0 || index === line.length - 1 ? beyondBorder(point) : point));
}

/** The room that a line's ring and words take. */
export function obstaclesOf(line: MapLine | null): Box[] {
  if (line === null) return [];
  const boxes: Box[] = [];
  if (line.ring)
    boxes.push({ left: line.ring.x - 16, right: line.ring.x + 16, top: line.ring.y - 9, bottom: line.ring.y + 9 });
  if (line.label) {
    const width = textWidth(line.label.text, 11);
    const left = line.label.anchor === "middle" ? line.label.at.x - width / 2 : line.label.at.x;
    boxes.push({ left, right: left + width, top: line.label.at.y - 10, bottom: line.label.at.y + 3 });
  }
  return boxes;
}

export function toSegments(line: readonly Point[]): Segment[] {
  return line.slice(1).map((to, index) => ({ from: line[index]!, to }));
}

export function pathOf(points: readonly Point[]): string {
  return points.map(({ x, y }, index) => `${index === 0 ? "M" : "L"}${round(x)} ${round(y)}`).join("");
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

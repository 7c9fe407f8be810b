import type { Point } from "./box.ts";

/**
 * The frontier between the cells of a grid that are over and those that are not, as polylines on the corners of the
 * cells. `isOver[row][column]`, rows from the top; corners are (column, row) counted from the top left.
 * Any grid will do: frontiers that do not rise, islands and holes give several lines or closed ones.
 */
export function frontier(isOver: readonly (readonly boolean[])[]): Point[][] {
  const rows = isOver.length;
  const columns = isOver[0]?.length ?? 0;
  const edges: Edge[] = [];
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < columns; column += 1) {
      const here = isOver[row]![column]!;
      if (column + 1 < columns && here !== isOver[row]![column + 1]!)
        edges.push([key(column + 1, row), key(column + 1, row + 1)]);
      if (row + 1 < rows && here !== isOver[row + 1]![column]!)
        edges.push([key(column, row + 1), key(column + 1, row + 1)]);
    }
  return chain(edges).map((corners) => withoutStraightCorners(corners.map(toPoint)));
}

type Edge = [from: string, to: string];

/** Joins edges end to end: open lines first, from their upper end; then the closed ones. */
function chain(edges: readonly Edge[]): string[][] {
  const touching = new Map<string, Set<Edge>>();
  for (const edge of edges)
    for (const corner of edge) touching.set(corner, (touching.get(corner) ?? new Set()).add(edge));
  const left = new Set(edges);
  const take = (start: string): string[] => {
    const corners = [start];
    for (;;) {
      const here = corners[corners.length - 1]!;
      const next = [...(touching.get(here) ?? [])].find((edge) => left.has(edge));
      if (!next) return corners;
      left.delete(next);
      corners.push(next[0] === here ? next[1] : next[0]);
    }
  };
  const lines: string[][] = [];
  const ends = [...touching].filter(([, at]) => at.size % 2 === 1).map(([corner]) => corner);
  ends.sort((a, b) => toPoint(a).y - toPoint(b).y || toPoint(a).x - toPoint(b).x);
  for (const end of ends) {
    const line = take(end);
    if (line.length > 1) lines.push(line);
  }
  for (const edge of edges) if (left.has(edge)) lines.push(take(edge[0]));
  return lines;
}

function withoutStraightCorners(points: readonly Point[]): Point[] {
  return points.filter((point, index) => {
    const before = points[index - 1];
    const after = points[index + 1];
    if (!before || !after) return true;
    return !((before.x === point.x && point.x === after.x) || (before.y === point.y && point.y === after.y));
  });
}

function key(x: number, y: number): string {
  return `${x},${y}`;
}

function toPoint(corner: string): Point {
  const [x, y] = corner.split(",").map(Number);
  return { x: x!, y: y! };
}

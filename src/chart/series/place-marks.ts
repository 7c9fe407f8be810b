import { type Box, boxAround, contains, crosses, overlaps, type Point, type Segment } from "./box.ts";
import { breakLines } from "./break-lines.ts";
import { textWidth } from "./text-width.ts";

/** A mark that wants a place in its cell, a label beside it and, where it came from another cell, an arrow. */
export interface MarkToPlace {
  readonly id: string;
  readonly label: string;
  readonly cell: Box;
  /** Where in the cell it would rather stand: alone in the middle, among others from the top down. */
  readonly prefers: "middle" | "top";
  /** The cell it comes from; null without an arrow. */
  readonly origin: Box | null;
}

export interface PlacedMark {
  readonly id: string;
  readonly at: Point;
  readonly lines: readonly string[];
  /** Baseline of the first line. */
  readonly text: Point;
  readonly anchor: "start" | "end";
  readonly origin: Point | null;
}

export interface PlacingRoom {
  /** Nothing may leave it. */
  readonly plot: Box;
  /** What is there already: the ring, words on the line. */
  readonly obstacles: readonly Box[];
  /** Lines that a label had better not cross. */
  readonly lines: readonly Segment[];
}

export interface Placement {
  readonly marks: readonly PlacedMark[];
  /** All room taken by marks, labels, rings and obstacles. */
  readonly taken: readonly Box[];
  readonly arrows: readonly Segment[];
}

const markRadius = 6.5;
export const originRadius = 4;
const labelSize = 11.5;
export const labelLineHeight = 13;
const gap = 5;
const edge = 12;
/** Between a label and the border of its cell. */
const air = 5;
/** An arrow shorter than this is hard to see as one. */
const shortArrow = 32;

const cost = {
  overlap: 1000,
  leavesPlot: 4000,
  arrowThroughText: 300,
  crossesLine: 120,
  leavesCell: 26,
  perPixelOutside: 1,
  extraLine: 7,
  perPixelFromEdge: 0.12,
  perPixelFromPreferred: 0.25,
  perPixelOfArrow: 0.04,
  perPixelTooShort: 0.3,
} as const;

/**
 * Places marks one after another, worst first, each where it and its label disturb what stands already the least.
 * Deterministic: the same marks give the same picture. Labels are broken, never cut.
 */
export function placeMarks(marks: readonly MarkToPlace[], room: PlacingRoom): Placement {
  const taken: Box[] = [...room.obstacles];
  const arrows: Segment[] = [];
  const placed: PlacedMark[] = [];
  for (const mark of marks) {
    const best = bestPlace(mark, room, taken, arrows);
    placed.push(best.mark);
    taken.push(...best.boxes);
    if (best.arrow) arrows.push(best.arrow);
  }
  return { marks: placed, taken, arrows };
}

interface Candidate {
  readonly mark: PlacedMark;
  readonly boxes: readonly Box[];
  readonly arrow: Segment | null;
  readonly cost: number;
}

function bestPlace(mark: MarkToPlace, room: PlacingRoom, taken: readonly Box[], arrows: readonly Segment[]): Candidate {
  const { cell, label } = mark;
  const preferred = mark.prefers === "middle" ? (cell.top + cell.bottom) / 2 : cell.top;
  const labels = [1, 2, 3]
    .map((lines) => breakLines(label, lines))
    .filter((lines, index, all) => index === 0 || lines.length > all[index - 1]!.length)
    .map((lines) => ({ lines, width: Math.max(...lines.map((line) => textWidth(line, labelSize))) }));
  let best: Candidate | null = null;
  for (const x of spread(cell.left + edge, cell.right - edge, 9))
    for (const y of spread(cell.top + edge - 1, cell.bottom - edge + 1, Math.ceil((cell.bottom - cell.top) / 8))) {
      const at = { x, y };
      const markBox = boxAround(at, markRadius + 1);
      const ground =
        hits(markBox, taken) * cost.overlap +
        arrows.filter((arrow) => crosses(arrow, markBox)).length * cost.arrowThroughText +
        Math.abs(y - preferred) * cost.perPixelFromPreferred;
      for (const { lines, width } of labels)
        for (const anchor of ["start", "end"] as const) {
          const box = labelBox(at, width, lines.length, anchor);
          const fromEdge = anchor === "start" ? x - edge - cell.left : cell.right - edge - x;
          const price =
            ground +
            labelCost(box, cell, room, taken, arrows) +
            (lines.length - 1) * cost.extraLine +
            fromEdge * cost.perPixelFromEdge;
          if (best && price >= best.cost) continue;
          const origin = mark.origin ? bestOrigin(at, mark.origin, cell, box, room, taken, arrows) : null;
          const total = price + (origin?.cost ?? 0);
          if (best && total >= best.cost) continue;
          best = {
            cost: total,
            arrow: origin && { from: origin.at, to: at },
            boxes: [markBox, box, ...(origin ? [boxAround(origin.at, originRadius + 1)] : [])],
            mark: {
              id: mark.id,
              at,
              lines,
              text: {
                x: anchor === "start" ? box.left : box.right,
                y: (box.top + box.bottom) / 2 - ((lines.length - 1) * labelLineHeight) / 2 + labelSize * 0.36,
              },
              anchor,
              origin: origin?.at ?? null,
            },
          };
        }
    }
  return best!;
}

function labelBox(at: Point, width: number, lines: number, anchor: "start" | "end"): Box {
  const near = markRadius + gap;
  const half = (lines * labelLineHeight) / 2;
  return {
    left: anchor === "start" ? at.x + near : at.x - near - width,
    right: anchor === "start" ? at.x + near + width : at.x - near,
    top: at.y - half,
    bottom: at.y + half,
  };
}

function labelCost(box: Box, cell: Box, room: PlacingRoom, taken: readonly Box[], arrows: readonly Segment[]): number {
  let sum = hits(box, taken) * cost.overlap;
  if (!contains(room.plot, box)) sum += cost.leavesPlot;
  const inner = { ...cell, left: cell.left + air, right: cell.right - air };
  if (!contains(inner, box)) {
    const outside =
      Math.max(0, inner.left - box.left) +
      Math.max(0, box.right - inner.right) +
      Math.max(0, cell.top - box.top) +
      Math.max(0, box.bottom - cell.bottom);
    sum += cost.leavesCell + outside * cost.perPixelOutside;
    sum += room.lines.filter((line) => crosses(line, box)).length * cost.crossesLine;
  }
  return sum + arrows.filter((arrow) => crosses(arrow, box)).length * cost.arrowThroughText;
}

/** Straight up or straight to the side where the cells allow it, else wherever the arrow disturbs least. */
function bestOrigin(
  at: Point,
  origin: Box,
  cell: Box,
  ownLabel: Box,
  room: PlacingRoom,
  taken: readonly Box[],
  arrows: readonly Segment[],
): { readonly at: Point; readonly cost: number } {
  const xs = origin.left === cell.left ? [at.x] : spread(origin.left + edge, origin.right - edge, 5);
  const ys = origin.top === cell.top ? [at.y] : spread(origin.top + edge, origin.bottom - edge, 4);
  let best: { at: Point; cost: number } | null = null;
  for (const x of xs)
    for (const y of ys) {
      const ring = boxAround({ x, y }, originRadius + 1);
      const arrow = { from: { x, y }, to: at };
      const price =
        (hits(ring, taken) + (overlaps(ring, ownLabel) ? 1 : 0)) * cost.overlap +
        (contains(room.plot, ring) ? 0 : cost.leavesPlot) +
        ([...taken, ownLabel].filter((box) => crosses(arrow, box)).length +
          arrows.filter((other) => crosses(other, ring)).length) *
          cost.arrowThroughText +
        Math.hypot(at.x - x, at.y - y) * cost.perPixelOfArrow +
        Math.max(0, shortArrow - Math.hypot(at.x - x, at.y - y)) * cost.perPixelTooShort;
      if (best === null || price < best.cost) best = { at: { x, y }, cost: price };
    }
  return best!;
}

function hits(box: Box, boxes: readonly Box[]): number {
  let count = 0;
  for (const other of boxes) if (overlaps(box, other)) count += 1;
  return count;
}

/** So many places from one end to the other; the middle when there is no room between. */
function spread(from: number, to: number, count: number): number[] {
  if (to <= from) return [(from + to) / 2];
  return Array.from({ length: count }, (_, index) => from + ((to - from) * index) / (count - 1));
}

import type { HeatMap, RiskFigures } from "../../contract/heat-map.ts";
import type { Box, Point } from "./box.ts";
import { fitLines } from "./break-lines.ts";
import { formatNumber } from "./format-number.ts";
import { impactRange, likelihoodRange } from "./level-words.ts";
import { frontier } from "./load-line.ts";
import { drawLoadLine, drawTolerance, type MapLine, obstaclesOf, toSegments } from "./map-lines.ts";
import { isOverLine, type MarkKind, markKind, markKinds } from "./mark-kind.ts";
import { worstFirst } from "./mark-order.ts";
import { placeDots } from "./place-dots.ts";
import { labelLineHeight, type MarkToPlace, type PlacedMark, placeMarks } from "./place-marks.ts";
import { textWidth } from "./text-width.ts";

export type MapData = Pick<
  HeatMap,
  "by" | "scale" | "line" | "marks" | "likelihoodImpact" | "unrated" | "currency" | "total"
>;

export interface MapFrame {
  /** Pixels in all. Below 560 the marks have numbers, and a list beside the map says the names. */
  readonly width: number;
}

type Side = "within" | "over" | "tolerance";

export interface MapCell {
  readonly likelihood: number;
  readonly impact: number;
  readonly box: Box;
  readonly side: Side;
  /** Ids of all risks that lie here, worst first. */
  readonly risks: readonly string[];
}

interface MapMark extends PlacedMark {
  readonly kind: MarkKind;
  readonly isStale: boolean;
  /** Its number in the list beside a narrow map. */
  readonly number: number;
}

export interface MapLayout {
  readonly width: number;
  readonly height: number;
  readonly room: "wide" | "narrow";
  readonly plot: Box;
  readonly likelihoodLevels: readonly LevelLabel[];
  readonly impactLevels: readonly LevelLabel[];
  readonly cells: readonly MapCell[];
  readonly line: MapLine | null;
  readonly tolerance: MapLine | null;
  readonly marks: readonly MapMark[];
  readonly dots: readonly {
    readonly id: string;
    readonly at: Point;
    readonly kind: MarkKind;
    readonly isStale: boolean;
  }[];
  /** Counts of risks that have no room for a mark each. */
  readonly counts: readonly { readonly at: Point; readonly kind: MarkKind | null; readonly text: string }[];
  readonly unrated: {
    readonly box: Box;
    readonly head: Point;
    readonly names: readonly { readonly lines: readonly string[]; readonly at: Point }[];
    readonly rest: { readonly text: string; readonly count: number; readonly at: Point } | null;
  } | null;
}

export interface LevelLabel {
  readonly names: readonly string[];
  readonly range: string;
  readonly at: Point;
}

const top = 6;
const rowHeight = { wide: 49, narrow: 50 } as const;
const axisHeight = { wide: 38, narrow: 34 } as const;
const unratedWidth = { wide: 122, narrow: 34 } as const;
const dotPitch = { wide: 14, narrow: 11.5 } as const;
/** A cell grows for so many rows of dots; what is more is counted. */
const mostDotRows = 3;
/** Over-line marks of a cell that are named each; more are counted by kind. */
const namedPerCell = { few: 5, many: 2 } as const;
const manyMarks = 28;

/**
 * Where everything of the likelihood × impact map lies: likelihood up, impact to the right, the load line along the
 * cells whose score reaches appetite. What is over the line of its own is named; the rest are dots, one a risk.
 */
export function layoutLikelihoodImpact(data: MapData, frame: MapFrame): MapLayout {
  const room = frame.width >= 560 ? "wide" : "narrow";
  const { scale, line, by } = data;
  const rows = scale.likelihood.length;
  const columns = scale.impact.length;
  const figures = new Map(data.marks.map((mark) => [mark.id, mark]));
  const kinds = new Map(data.marks.map((mark) => [mark.id, markKind(mark, by)]));
  const content = contentOfCells(data, figures, kinds);

  const leftWidth = axisWidth(data, room);
  const rightWidth = data.unrated.length > 0 ? unratedWidth[room] : 8;
  const columnWidth = Math.max(24, (frame.width - leftWidth - rightWidth) / columns);
  const heights = Array.from({ length: rows }, (_, row) =>
    Math.max(
      rowHeight[room],
      ...content[rows - 1 - row]!.map((cell) => neededHeight(cell, figures, columnWidth, room)),
    ),
  );
  const tops = heights.map((_, row) => top + heights.slice(0, row).reduce((sum, height) => sum + height, 0));
  const bottom = tops[rows - 1]! + heights[rows - 1]!;
  const plot = { left: leftWidth, top, right: leftWidth + columnWidth * columns, bottom };
  const boxOf = (likelihood: number, impact: number): Box => {
    const row = rows - likelihood;
    const left = leftWidth + (impact - 1) * columnWidth;
    return { left, top: tops[row]!, right: left + columnWidth, bottom: tops[row]! + heights[row]! };
  };
  const cornerAt = ({ x, y }: Point): Point => ({ x: leftWidth + x * columnWidth, y: tops[y] ?? bottom });

  const cells = content.flatMap((line, l) =>
    line.map(
      (cell, i): MapCell => ({
        likelihood: l + 1,
        impact: i + 1,
        box: boxOf(l + 1, i + 1),
        side: sideOf(cellScore(scale.score, l + 1, i + 1), data.line),
        risks: cell.risks,
      }),
    ),
  );
  const sides = Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column) => sideOf(cellScore(scale.score, rows - row, column + 1), line)),
  );
  const loadLines = frontier(sides.map((row) => row.map((side) => side !== "within"))).map((l) => l.map(cornerAt));
  const toleranceLines = frontier(sides.map((row) => row.map((side) => side === "tolerance"))).map((l) =>
    l.map(cornerAt),
  );
  const load =
    line &&
    drawLoadLine(loadLines, plot, 6, room === "wide" ? `load line: score ${formatNumber(line.appetite, 2)}` : null);
  const tolerance =
    line && line.tolerance > line.appetite
      ? drawTolerance(toleranceLines, plot, room === "wide" ? `tolerance ${formatNumber(line.tolerance, 2)}` : null)
      : null;

  const named = content.flat().flatMap((cell) => cell.named);
  const isNamed = new Set(named);
  const ordered = data.marks.filter(({ id }) => isNamed.has(id)).sort(worstFirst(by));
  const numbers = new Map(ordered.map(({ id }, index) => [id, index + 1]));
  const placement = placeMarks(
    ordered.map((mark): MarkToPlace => {
      const here = mark[by]!;
      const from = room === "wide" && by !== "inherent" ? mark.inherent : null;
      const moved = from && (from.likelihood !== here.likelihood || from.impact !== here.impact);
      return {
        id: mark.id,
        label: room === "wide" ? mark.name : String(numbers.get(mark.id)),
        cell: boxOf(here.likelihood, here.impact),
        prefers: content[here.likelihood - 1]![here.impact - 1]!.named.length > 2 ? "top" : "middle",
        origin: moved ? boxOf(from.likelihood, from.impact) : null,
      };
    }),
    {
      plot: { ...plot, top: 0 },
      obstacles: [...obstaclesOf(load), ...obstaclesOf(tolerance)],
      lines: [...loadLines, ...toleranceLines].flatMap(toSegments),
    },
  );

  const pitch = dotPitch[room];
  const dots: MapLayout["dots"][number][] = [];
  const counts: MapLayout["counts"][number][] = [];
  for (const cell of cells) {
    const inCell = content[cell.likelihood - 1]![cell.impact - 1]!;
    let y = cell.box.top + 15;
    for (const { kind, count } of inCell.grouped) {
      counts.push({ at: { x: cell.box.left + 14, y }, kind, text: formatNumber(count) });
      y += 19;
    }
    const groupedRoom: Box[] =
      inCell.grouped.length > 0 ? [{ ...cell.box, bottom: y - 8, right: cell.box.left + 70 }] : [];
    const placed = placeDots(inCell.dots.length + inCell.unlisted, {
      cell: cell.box,
      pitch,
      taken: [...placement.taken, ...groupedRoom],
      arrows: placement.arrows,
    });
    for (const [index, at] of placed.dots.entries()) {
      const id = inCell.dots[index];
      const mark = id === undefined ? undefined : figures.get(id);
      if (mark) dots.push({ id: mark.id, at, kind: kinds.get(mark.id)!, isStale: mark.freshness === "stale" });
    }
    const undrawn = placed.dots.length - Math.min(placed.dots.length, inCell.dots.length);
    if (placed.rest || undrawn > 0)
      counts.push({
        at: placed.rest?.at ?? placed.dots[inCell.dots.length]!,
        kind: null,
        text: `+${formatNumber((placed.rest?.count ?? 0) + undrawn)}`,
      });
  }

  return {
    width: frame.width,
    height: bottom + axisHeight[room],
    room,
    plot,
    likelihoodLevels: scale.likelihood.map((level, index) => {
      const box = boxOf(index + 1, 1);
      const names = fitLines(level.name, leftWidth - 12, labelSizeOfLevel);
      return {
        names,
        range: likelihoodRange(scale.likelihood, index, room),
        at: { x: leftWidth - (room === "wide" ? 10 : 7), y: (box.top + box.bottom) / 2 - 2 - (names.length - 1) * 6 },
      };
    }),
    impactLevels: scale.impact.map((level, index) => ({
      names: [level.name],
      range: impactRange(scale.impact, index, data.currency, room),
      at: { x: leftWidth + (index + 0.5) * columnWidth, y: bottom + 15 },
    })),
    cells,
    line: load,
    tolerance,
    marks: placement.marks.map((mark) => ({
      ...mark,
      kind: kinds.get(mark.id)!,
      isStale: figures.get(mark.id)!.freshness === "stale",
      number: numbers.get(mark.id)!,
    })),
    dots,
    counts,
    unrated: layoutUnrated(data.unrated, plot, room),
  };
}

interface CellContent {
  readonly risks: readonly string[];
  /** Over the line, each with its name. */
  readonly named: readonly string[];
  /** Over the line, counted by kind because they are too many. */
  readonly grouped: readonly { readonly kind: MarkKind; readonly count: number }[];
  readonly dots: readonly string[];
  /** Risks of the cell that are not over the line and whose figures the answer left out. */
  readonly unlisted: number;
}

function contentOfCells(
  data: MapData,
  figures: ReadonlyMap<string, RiskFigures>,
  kinds: ReadonlyMap<string, MarkKind>,
): CellContent[][] {
  const byCell = new Map(data.likelihoodImpact.map((cell) => [`${cell.likelihood},${cell.impact}`, cell]));
  const allOver = [...kinds.values()].filter(isOverLine).length;
  const most = allOver > manyMarks ? namedPerCell.many : namedPerCell.few;
  return data.scale.likelihood.map((_, l) =>
    data.scale.impact.map((_, i) => {
      const cell = byCell.get(`${l + 1},${i + 1}`);
      const risks = cell?.risks ?? [];
      const listed = risks.filter((id) => figures.has(id));
      const over = listed.filter((id) => isOverLine(kinds.get(id)!));
      const byKind = new Map(markKinds.map((kind) => [kind, over.filter((id) => kinds.get(id) === kind).length]));
      if (data.by === "residual" && listed.length < risks.length) {
        // Whoever is not listed is still counted by the server, by status.
        byKind.set("breach", (cell?.counts.breach ?? 0) - byKind.get("critical")!);
        byKind.set("warning", cell?.counts.warning ?? 0);
      }
      const allOver = [...byKind.values()].reduce((sum, count) => sum + count, 0);
      const dots = listed.filter((id) => !isOverLine(kinds.get(id)!));
      const areNamed = over.length <= most && allOver === over.length;
      return {
        risks,
        named: areNamed ? over : [],
        grouped: areNamed
          ? []
          : markKinds.map((kind) => ({ kind, count: byKind.get(kind)! })).filter(({ count }) => count > 0),
        dots,
        unlisted: risks.length - allOver - dots.length,
      };
    }),
  );
}

/** Enough for the names in a cell, one under the other, and a row of dots beneath them. */
function neededHeight(
  cell: CellContent,
  figures: ReadonlyMap<string, RiskFigures>,
  columnWidth: number,
  room: "wide" | "narrow",
): number {
  const pitch = dotPitch[room];
  const dotRows = Math.ceil(
    (cell.dots.length + cell.unlisted) / Math.max(1, Math.floor((columnWidth - pitch) / pitch)),
  );
  const dots = dotRows === 0 ? 0 : 4 + Math.min(mostDotRows, dotRows) * pitch;
  if (room === "narrow") {
    const perRow = Math.max(1, Math.floor((columnWidth - 4) / 27));
    return 8 + Math.ceil(cell.named.length / perRow) * 21 + cell.grouped.length * 19 + dots;
  }
  const names = cell.named.reduce((sum, id) => {
    const lines = fitLines(figures.get(id)!.name, columnWidth - 34, labelSizeOfLevel).length;
    return sum + Math.max(21, lines * labelLineHeight + 6);
  }, 0);
  return names === 0 ? 8 + cell.grouped.length * 19 + dots : 12 + names + dots;
}

const labelSizeOfLevel = 11.5;

function axisWidth({ scale }: MapData, room: "wide" | "narrow"): number {
  const widest = Math.max(
    ...scale.likelihood.map((_, index) => textWidth(likelihoodRange(scale.likelihood, index, room), 11)),
    ...scale.likelihood.flatMap(({ name }) => name.split(/\s+/).map((word) => textWidth(word, labelSizeOfLevel))),
  );
  return Math.min(room === "wide" ? 150 : 76, Math.ceil(widest) + (room === "wide" ? 11 : 8));
}

/** The score of a cell as the scale reckons it: the product or the sum of its two levels. */
export function cellScore(score: "product" | "sum", likelihood: number, impact: number): number {
  return score === "product" ? likelihood * impact : likelihood + impact;
}

function sideOf(score: number, line: MapData["line"]): Side {
  if (line === null || score < line.appetite) return "within";
  return score >= line.tolerance ? "tolerance" : "over";
}

function layoutUnrated(unrated: MapData["unrated"], plot: Box, room: "wide" | "narrow"): MapLayout["unrated"] {
  if (unrated.length === 0) return null;
  const left = plot.right + (room === "wide" ? 18 : 14);
  const box = { left, right: left + 10, top: plot.top, bottom: plot.bottom };
  const x = box.right + 8;
  const names: { lines: string[]; at: Point }[] = [];
  let y = plot.top + 36;
  let shown = 0;
  if (room === "wide")
    for (const { name } of unrated) {
      const lines = fitLines(name, 92, labelSizeOfLevel);
      const isLast = shown === unrated.length - 1;
      if (y + lines.length * labelLineHeight > plot.bottom - (isLast ? 28 : 46)) break;
      names.push({ lines, at: { x, y } });
      y += lines.length * labelLineHeight + 12;
      shown += 1;
    }
  const rest = unrated.length - shown;
  return {
    box,
    head: { x, y: plot.top + 10 },
    names,
    rest: room === "wide" && rest > 0 ? { text: `and ${formatNumber(rest)} more`, count: rest, at: { x, y } } : null,
  };
}

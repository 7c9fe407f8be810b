import { type Box, crosses, overlaps, type Point, type Segment } from "./box.ts";
import { type Curve, lossAt } from "./loss-curve.ts";
import { textWidth } from "./text-width.ts";

export type CurveName = "residual" | "inherent" | "target";

export interface CurveLabel extends Point {
  readonly name: CurveName | "line" | "tolerance";
  readonly title: string;
  readonly detail: string;
  readonly anchor: "start" | "end";
}

/** What each curve is called beside it: a name, and what it counts. */
export type CurveWords = Readonly<Record<CurveName, readonly [title: string, detail: string]>>;

const usualWords: CurveWords = {
  residual: ["Residual", "controls that work"],
  inherent: ["Inherent", "before controls"],
  target: ["Planned", "planned controls too"],
};

/** Where the point stands that is read out at first, 1 year in 20, with its sentence and its two lines. */
export function readingBoxes(
  residual: Curve,
  {
    x,
    y,
    least,
    plot,
    sentence,
  }: {
    x: (loss: number) => number;
    y: (probability: number) => number;
    least: number;
    plot: Box;
    sentence: "inside" | "below";
  },
): Box[] {
  const loss = lossAt(residual, 0.05);
  if (loss === null) return [];
  const at = { x: x(Math.max(loss, least)), y: y(0.05) };
  return [
    ...(sentence === "inside" ? [{ left: at.x - 236, top: at.y - 26, right: at.x + 8, bottom: at.y + 6 }] : []),
    { left: plot.left, top: at.y - 4, right: at.x, bottom: at.y + 4 },
    { left: at.x - 4, top: at.y, right: at.x + 4, bottom: plot.bottom },
  ];
}

const labelHeight = 30;
const labelSize = 12;

/** Beside its curve where nothing else runs; the line's own label last, under its right end. */
export function placeCurveLabels(
  courses: readonly { name: CurveName; points: Point[] }[],
  {
    rings,
    ticks,
    segments,
    plot,
    reserved,
    words,
  }: {
    rings: readonly Point[];
    ticks: readonly Point[];
    segments: readonly Segment[];
    plot: Box;
    reserved: readonly Box[];
    words?: Partial<CurveWords> | undefined;
  },
): CurveLabel[] {
  const placed: Box[] = [...reserved, ...rings.map(ringBox)];
  const labels: CurveLabel[] = [];
  const put = (
    name: CurveLabel["name"],
    [title, detail]: readonly [string, string],
    candidates: readonly (Point & { anchor: "start" | "end" })[],
  ) => {
    const width = Math.max(textWidth(title, labelSize), textWidth(detail, 11)) + 4;
    const boxes = candidates.map((at) => ({ at, box: boxOf(at, width) }));
    const found = boxes.find(
      ({ box }) =>
        isInside(box, plot) &&
        !placed.some((other) => overlaps(other, box)) &&
        !segments.some((segment) => crosses(segment, box)),
    );
    const crossings = (box: Box) => segments.filter((segment) => crosses(segment, box)).length;
    const chosen =
      found ??
      boxes
        .filter(({ box }) => isInside(box, plot) && !placed.some((other) => overlaps(other, box)))
        .map((each) => ({ ...each, crossed: crossings(each.box) }))
        .sort((a, b) => a.crossed - b.crossed)[0];
    if (!chosen) return;
    placed.push(chosen.box);
    labels.push({ name, title, detail, ...chosen.at });
  };
  const order: readonly CurveName[] = ["residual", "inherent", "target"];
  for (const name of order) {
    const course = courses.find((each) => each.name === name)?.points;
    if (course) put(name, words?.[name] ?? usualWords[name], besides(course, name === "target" ? "left" : "right"));
  }
  const lastRing = rings.at(-1);
  if (lastRing)
    put(
      "line",
      ["Load line", "appetite"],
      rings.toReversed().flatMap((ring) => around(ring)),
    );
  const isApart = ticks.some((tick, i) => Math.abs(tick.y - rings[i]!.y) > 12);
  if (isApart)
    put(
      "tolerance",
      ["tolerance", ""],
      ticks.toReversed().flatMap((tick) => around(tick)),
    );
  return labels;
}

function ringBox({ x, y }: Point): Box {
  return { left: x - 13, top: y - 6, right: x + 13, bottom: y + 6 };
}

function besides(course: readonly Point[], side: "left" | "right"): (Point & { anchor: "start" | "end" })[] {
  const places = [0.3, 0.4, 0.22, 0.5, 0.6, 0.15, 0.7, 0.8, 0.1, 0.9].flatMap(
    (share) => course[Math.floor(share * (course.length - 1))] ?? [],
  );
  const right = places.flatMap(({ x, y }) => [14, 26].map((gap) => ({ x: x + gap, y, anchor: "start" as const })));
  const left = places.flatMap(({ x, y }) => [14, 26].map((gap) => ({ x: x - gap, y: y + 6, anchor: "end" as const })));
  return side === "right" ? [...right, ...left] : [...left, ...right];
}

function around({ x, y }: Point): (Point & { anchor: "start" | "end" })[] {
  return [
    { x: x - 14, y: y - 12, anchor: "end" },
    { x: x + 14, y: y - 8, anchor: "start" },
    { x: x + 14, y: y + 16, anchor: "start" },
    { x: x - 14, y: y + 18, anchor: "end" },
  ];
}

function boxOf({ x, y, anchor }: Point & { anchor: "start" | "end" }, width: number): Box {
  const left = anchor === "start" ? x : x - width;
  return { left, top: y - 12, right: left + width, bottom: y - 12 + labelHeight };
}

function isInside(box: Box, plot: Box): boolean {
  return box.left >= plot.left && box.right <= plot.right + 12 && box.top >= plot.top - 8 && box.bottom <= plot.bottom;
}

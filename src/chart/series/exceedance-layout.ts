import { scaleLog } from "d3-scale";
import { line } from "d3-shape";
import type { Quantification } from "../../contract/detail.ts";
import type { AnnualLossFigures } from "../../contract/quantification-report.ts";
import { type Box, crosses, overlaps, type Point, type Segment } from "./box.ts";
import { formatAmount, formatMoney } from "./format-money.ts";
import { formatNumber } from "./format-number.ts";
import { lossAt, probabilityAt, returnPeriods } from "./loss-curve.ts";
import { textWidth } from "./text-width.ts";

export type CurveName = "residual" | "inherent" | "target";

export interface ExceedanceInput {
  readonly curves: Readonly<Partial<Record<CurveName, AnnualLossFigures>>>;
  readonly limits: Quantification["limits"];
  readonly currency: string;
  readonly width: number;
  readonly height: number;
}

export interface CurveLabel extends Point {
  readonly name: CurveName | "line" | "tolerance";
  readonly title: string;
  readonly detail: string;
  readonly anchor: "start" | "end";
}

export interface ExceedanceLayout {
  readonly width: number;
  readonly height: number;
  readonly plot: Box;
  readonly xTicks: readonly { readonly x: number; readonly text: string }[];
  readonly yTicks: readonly { readonly y: number; readonly text: string }[];
  readonly paths: readonly { readonly name: CurveName; readonly d: string }[];
  /** Where the residual curve rides over the line. */
  readonly over: string;
  readonly loadLine: { readonly d: string; readonly rings: readonly Point[] };
  readonly toleranceLine: { readonly d: string; readonly ticks: readonly Point[] };
  readonly labels: readonly CurveLabel[];
  /** Where a point of the residual curve lies; null outside the plot. */
  readonly pointAt: (probability: number) => (Point & { readonly loss: number }) | null;
  /** The probability that a height of the plot stands for. */
  readonly probabilityAtHeight: (y: number) => number;
  readonly lowestProbability: number;
}

const titles: Readonly<Record<CurveName, readonly [title: string, detail: string]>> = {
  residual: ["Residual", "controls that work"],
  inherent: ["Inherent", "before controls"],
  target: ["Planned", "planned controls too"],
};
const margin = { left: 66, right: 12, top: 18, bottom: 40 };
const mostDecades = 4.2;

/** The loss exceedance curve: loss in a year across, years in which it is larger downwards, both logarithmic. */
export function layoutExceedance({ curves, limits, currency, width, height }: ExceedanceInput): ExceedanceLayout {
  const plot = { left: margin.left, top: margin.top, right: width - margin.right, bottom: height - margin.bottom };
  const drawn = (["inherent", "target", "residual"] as const).flatMap((name) => {
    const figures = curves[name];
    return figures && !(name === "target" && curves.residual && isSame(figures, curves.residual))
      ? [{ name, figures }]
      : [];
  });
  const points = [...limits].sort((a, b) => a.exceeds - b.exceeds);
  const rarest = points.reduce((least, { appetite }) => (appetite > 0 ? Math.min(least, appetite) : least), 1 / 200);
  const lowest = Math.max(1e-4, rarest < 1 / 200 ? rarest / 2 : rarest);
  const [least, most] = lossRange(drawn, points, lowest);
  const x = scaleLog([least, most], [plot.left, plot.right]).clamp(true);
  const y = scaleLog([1, lowest], [plot.top, plot.bottom]).clamp(true);

  const path = line<Point>(
    (point) => round(point.x),
    (point) => round(point.y),
  );
  const courses = drawn.map(({ name, figures }) => ({ name, points: courseOf(figures, { x, y, least, lowest }) }));
  const rings = points.map(({ exceeds, appetite }) => ({ x: x(exceeds), y: y(Math.max(appetite, lowest)) }));
  const ticks = points.map(({ exceeds, tolerance }) => ({ x: x(exceeds), y: y(Math.max(tolerance, lowest)) }));
  const residual = curves.residual;
  const segments = [
    ...courses.flatMap(({ points: course }) => segmentsOf(course)),
    ...segmentsOf(rings),
    ...segmentsOf(ticks),
  ];
  return {
    width,
    height,
    plot,
    xTicks: lossTicks([least, most], currency, plot.right - plot.left).map(({ loss, text }) => ({
      x: round(x(loss)),
      text,
    })),
    yTicks: frequencyTicks(lowest).map(({ probability, text }) => ({ y: round(y(probability)), text })),
    paths: courses.map(({ name, points: course }) => ({ name, d: path(course) ?? "" })),
    over: residual ? overPath(residual, points, { x, y, lowest }) : "",
    loadLine: { d: rings.length > 1 ? (path(rings) ?? "") : "", rings },
    toleranceLine: { d: ticks.length > 1 ? (path(ticks) ?? "") : "", ticks },
    labels: placeLabels(courses, {
      rings,
      ticks,
      segments,
      plot,
      reserved: residual ? readingBox(residual, { x, y, least }) : [],
    }),
    pointAt: (probability) => {
      const loss = residual ? lossAt(residual, probability) : null;
      if (loss === null || probability < lowest) return null;
      return { x: x(Math.max(loss, least)), y: y(probability), loss };
    },
    probabilityAtHeight: (height) => y.invert(Math.max(plot.top, Math.min(plot.bottom, height))),
    lowestProbability: lowest,
  };
}

interface Scales {
  readonly x: (loss: number) => number;
  readonly y: (probability: number) => number;
  readonly lowest: number;
}

function isSame(a: AnnualLossFigures, b: AnnualLossFigures): boolean {
  return (
    a.exceedance.length === b.exceedance.length &&
    a.exceedance.every(
      ({ loss, probability }, i) => b.exceedance[i]!.loss === loss && b.exceedance[i]!.probability === probability,
    )
  );
}

/** From where most years lie to where the rarest one drawn does, with the whole line in it, four decades at most. */
function lossRange(
  drawn: readonly { figures: AnnualLossFigures }[],
  points: Quantification["limits"],
  lowest: number,
): [least: number, most: number] {
  const rare = drawn.flatMap(({ figures }) => lossAt(figures, lowest) ?? figures.exceedance.at(-1)?.loss ?? []);
  const common = drawn.flatMap(
    ({ figures }) => lossAt(figures, 0.97 * (figures.exceedance[0]?.probability ?? 1)) ?? [],
  );
  const most = Math.max(1, ...rare, ...points.map(({ exceeds }) => exceeds * 1.15));
  const wanted = Math.min(
    ...[...common, ...points.map(({ exceeds }) => exceeds / 2)].filter((loss) => loss > 0),
    most / 10,
  );
  return [Math.max(wanted, most / 10 ** mostDecades), most];
}

/** The course of a curve inside the plot: it comes in at the left edge and leaves through the bottom. */
function courseOf(
  { exceedance, valueAtRisk }: AnnualLossFigures,
  { x, y, least, lowest }: Scales & { readonly least: number },
): Point[] {
  const atLeft = probabilityAt({ exceedance }, least);
  const start = atLeft !== null && atLeft >= lowest ? [{ loss: least, probability: atLeft }] : [];
  const inside = exceedance.filter(({ loss, probability }) => loss > least && probability >= lowest);
  const atBottom = lossAt({ exceedance, valueAtRisk }, lowest);
  const end = atBottom !== null && atBottom > least ? [{ loss: atBottom, probability: lowest }] : [];
  return [...start, ...inside, ...end].map(({ loss, probability }) => ({ x: x(loss), y: y(probability) }));
}

/** Area between curve and line where the curve is on the wrong side, sampled every few pixels. */
function overPath(residual: AnnualLossFigures, points: Quantification["limits"], { x, y, lowest }: Scales): string {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || points.length < 2) return "";
  const samples = 240;
  let d = "";
  let run: { x: number; curve: number; line: number }[] = [];
  const close = () => {
    if (run.length > 1) {
      const there = run.map((each, i) => `${i === 0 ? "M" : "L"}${round(each.x)} ${round(each.curve)}`).join("");
      const back = run
        .toReversed()
        .map((each) => `L${round(each.x)} ${round(each.line)}`)
        .join("");
      d += `${there}${back}Z`;
    }
    run = [];
  };
  for (let i = 0; i <= samples; i++) {
    const loss = first.exceeds * (last.exceeds / first.exceeds) ** (i / samples);
    const now = probabilityAt(residual, loss) ?? 0;
    const allowed = lineAt(points, loss, lowest);
    if (now >= allowed) run.push({ x: x(loss), curve: y(Math.max(now, lowest)), line: y(allowed) });
    else close();
  }
  close();
  return d;
}

function lineAt(points: Quantification["limits"], loss: number, lowest: number): number {
  const next = points.findIndex(({ exceeds }) => exceeds >= loss * (1 - 1e-12));
  const b = points[Math.max(0, next)]!;
  const a = points[Math.max(0, next - 1)]!;
  const [from, to] = [Math.max(a.appetite, lowest), Math.max(b.appetite, lowest)];
  if (a === b || a.exceeds === b.exceeds) return to;
  return from * (to / from) ** (Math.log(loss / a.exceeds) / Math.log(b.exceeds / a.exceeds));
}

function frequencyTicks(lowest: number): { probability: number; text: string }[] {
  const rarer = [...returnPeriods, 500, 1000, 2000, 5000, 10_000].filter((period) => 1 / period >= lowest * (1 - 1e-9));
  return [
    { probability: 0.9, text: "9 in 10" },
    ...rarer.map((period) => ({ probability: 1 / period, text: `1 in ${formatNumber(period)}` })),
  ];
}

/** Amounts at 1, 2 and 5 of each decade, as many as there is room for; the currency stands at each 1. */
function lossTicks([least, most]: [number, number], currency: string, room: number): { loss: number; text: string }[] {
  const decades = Math.log10(most / least);
  const steps = room / decades > 150 ? [1, 2, 5] : [1];
  const ticks: { loss: number; text: string }[] = [];
  for (let power = Math.floor(Math.log10(least)); power <= Math.ceil(Math.log10(most)); power++)
    for (const step of steps) {
      const loss = step * 10 ** power;
      if (loss >= least && loss <= most)
        ticks.push({ loss, text: step === 1 ? formatMoney(loss, currency) : formatAmount(loss) });
    }
  return ticks;
}

/** Where the sentence of the point stands that is read out at first: 1 year in 20. */
function readingBox(
  residual: AnnualLossFigures,
  { x, y, least }: { x: (loss: number) => number; y: (probability: number) => number; least: number },
): Box[] {
  const loss = lossAt(residual, 0.05);
  if (loss === null) return [];
  const right = x(Math.max(loss, least));
  return [{ left: right - 236, top: y(0.05) - 26, right: right + 8, bottom: y(0.05) + 6 }];
}

const labelHeight = 30;
const labelSize = 12;

/** Beside its curve where nothing else runs; the line's own label last, under its right end. */
function placeLabels(
  courses: readonly { name: CurveName; points: Point[] }[],
  {
    rings,
    ticks,
    segments,
    plot,
  }: {
    rings: readonly Point[];
    ticks: readonly Point[];
    segments: readonly Segment[];
    plot: Box;
    reserved: readonly Box[];
  },
): CurveLabel[] {
  const placed: Box[] = [...reserved];
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
    const chosen =
      found ?? boxes.find(({ box }) => isInside(box, plot) && !placed.some((other) => overlaps(other, box)));
    if (!chosen) return;
    placed.push(chosen.box);
    labels.push({ name, title, detail, ...chosen.at });
  };
  const order: readonly CurveName[] = ["residual", "inherent", "target"];
  for (const name of order) {
    const course = courses.find((each) => each.name === name)?.points;
    if (course) put(name, titles[name], besides(course, name === "target" ? "left" : "right"));
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
  return (
    box.left >= plot.left &&
    box.right <= plot.right + margin.right &&
    box.top >= plot.top - 8 &&
    box.bottom <= plot.bottom
  );
}

function segmentsOf(course: readonly Point[]): Segment[] {
  return course.slice(1).map((to, i) => ({ from: course[i]!, to }));
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

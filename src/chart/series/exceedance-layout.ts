import { scaleLog } from "d3-scale";
import { line } from "d3-shape";
import type { Quantification } from "../../contract/detail.ts";
import type { Box, Point, Segment } from "./box.ts";
import { type CurveLabel, type CurveName, type CurveWords, placeCurveLabels, readingBoxes } from "./curve-labels.ts";
import { formatAmount, formatMoney } from "./format-money.ts";
import { formatNumber } from "./format-number.ts";
import { type LimitFrontier, limitFrontier, overArea } from "./limit-frontier.ts";
import { type Curve, lossAt, probabilityAt, returnPeriods } from "./loss-curve.ts";

export interface ExceedanceInput {
  readonly curves: Readonly<Partial<Record<CurveName, Curve>>>;
  readonly limits: Quantification["limits"];
  readonly currency: string;
  /** What the curves are called where they do not have their usual names. */
  readonly words?: Partial<CurveWords> | undefined;
  readonly width: number;
  readonly height: number;
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
  readonly loadLine: LimitFrontier;
  readonly toleranceLine: LimitFrontier;
  readonly labels: readonly CurveLabel[];
  /** Where a point of the residual curve lies; null outside the plot. */
  readonly pointAt: (probability: number) => (Point & { readonly loss: number }) | null;
  /** The probability that a height of the plot stands for. */
  readonly probabilityAtHeight: (y: number) => number;
  readonly lowestProbability: number;
}

/** Below this width the sentence of the point that is read stands under the curve. */
export const roomForReading = 560;

const margin = { left: 66, right: 12, top: 18, bottom: 40 };
const mostDecades = 4.2;

/** The loss exceedance curve: loss in a year across, years in which it is larger downwards, both logarithmic. */
export function layoutExceedance({
  curves,
  limits,
  currency,
  words,
  width,
  height,
}: ExceedanceInput): ExceedanceLayout {
  const plot = { left: margin.left, top: margin.top, right: width - margin.right, bottom: height - margin.bottom };
  const drawn = (["inherent", "target", "residual"] as const).flatMap((name) => {
    const figures = curves[name];
    return figures && !(name !== "residual" && curves.residual && isSame(figures, curves.residual))
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
  const appetite = limitFrontier(points, "appetite", { x, y, lowest, plot });
  const tolerance = limitFrontier(points, "tolerance", { x, y, lowest, plot });
  const residual = curves.residual;
  const segments = [
    ...courses.flatMap(({ points: course }) => segmentsOf(course)),
    ...segmentsOf(appetite.corners),
    ...segmentsOf(tolerance.corners),
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
    over: residual ? overArea(points, (loss) => probabilityAt(residual, loss) ?? 0, { x, y, lowest, most }) : "",
    loadLine: appetite,
    toleranceLine: tolerance,
    labels: placeCurveLabels(courses, {
      rings: appetite.points,
      ticks: tolerance.points,
      segments,
      plot,
      words,
      reserved: residual
        ? readingBoxes(residual, { x, y, least, plot, sentence: width < roomForReading ? "below" : "inside" })
        : [],
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

function isSame(a: Curve, b: Curve): boolean {
  return (
    a.exceedance.length === b.exceedance.length &&
    a.exceedance.every(
      ({ loss, probability }, i) => b.exceedance[i]!.loss === loss && b.exceedance[i]!.probability === probability,
    )
  );
}

/** From where most years lie to where the rarest one drawn does, with the whole line in it, four decades at most. */
function lossRange(
  drawn: readonly { figures: Curve }[],
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
  { exceedance, valueAtRisk }: Curve,
  { x, y, least, lowest }: Scales & { readonly least: number },
): Point[] {
  const atLeft = probabilityAt({ exceedance }, least);
  const start = atLeft !== null && atLeft >= lowest ? [{ loss: least, probability: atLeft }] : [];
  const inside = exceedance.filter(({ loss, probability }) => loss > least && probability >= lowest);
  const atBottom = lossAt({ exceedance, valueAtRisk }, lowest);
  const end = atBottom !== null && atBottom > least ? [{ loss: atBottom, probability: lowest }] : [];
  return [...start, ...inside, ...end].map(({ loss, probability }) => ({ x: x(loss), y: y(probability) }));
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

function segmentsOf(course: readonly Point[]): Segment[] {
  return course.slice(1).map((to, i) => ({ from: course[i]!, to }));
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

import type { AnnualLossFigures } from "../../contract/quantification-report.ts";
import type { Box, Point } from "./box.ts";
import { formatAmount, formatMoney } from "./format-money.ts";
import { formatNumber } from "./format-number.ts";

type Exceedance = AnnualLossFigures["exceedance"];

export interface CurveData {
  readonly currency: string;
  readonly residual: Exceedance;
  readonly inherent: Exceedance;
  /** Null where nothing is planned. */
  readonly target: Exceedance | null;
  /** Limits of the same scope. */
  readonly limits: readonly { readonly exceeds: number; readonly appetite: number; readonly tolerance: number }[];
}

export type CurveName = "residual" | "inherent" | "target";

export interface ExceedanceLayout {
  readonly width: number;
  readonly height: number;
  readonly plot: Box;
  readonly curves: readonly { readonly name: CurveName; readonly path: string }[];
  readonly labels: readonly { readonly name: CurveName; readonly at: Point; readonly anchor: "start" | "end" }[];
  readonly lossTicks: readonly { readonly x: number; readonly label: string | null }[];
  readonly oddsTicks: readonly { readonly y: number; readonly label: string }[];
  /** The load line: through the points of several limits, or down to the one point of a single limit. */
  readonly line: { readonly path: string; readonly rings: readonly Point[]; readonly label: Point } | null;
  readonly tolerance: string | null;
  /** Where the residual curve lies over the line. */
  readonly over: string | null;
  readonly scale: CurveScale;
}

/** Both axes are logarithms; inverses are for reading a place back. */
export interface CurveScale {
  readonly x: (loss: number) => number;
  readonly y: (probability: number) => number;
  readonly lossAt: (x: number) => number;
  readonly probabilityAt: (y: number) => number;
}

const odds = [0.9, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005, 0.002, 0.001] as const;
const margin = { left: 66, right: 14, top: 14, bottom: 34 } as const;

/**
 * Where the curves of a year's loss lie: losses to the right, on a logarithm; how often a year loses more upwards, on
 * a logarithm read as "1 in N". Null where no year loses anything, because there is no curve then.
 */
export function layoutExceedance(data: CurveData, frame: { width: number; height: number }): ExceedanceLayout | null {
  const curves = [
    { name: "inherent" as const, points: data.inherent },
    { name: "target" as const, points: data.target ?? [] },
    { name: "residual" as const, points: data.residual },
  ].filter(({ points }) => points.some(({ loss, probability }) => loss > 0 && probability > 0));
  if (curves.length === 0) return null;
  const often = Math.min(
    1,
    Math.max(...curves.map(({ points }) => points[0]!.probability), ...data.limits.map(({ tolerance }) => tolerance)),
  );
  const seldom = often <= 0.05 ? 0.001 : 0.005;
  const shownOdds = odds.filter((value) => value <= often * 1.001 && value >= seldom);
  const plot = {
    left: margin.left,
    top: margin.top,
    right: frame.width - margin.right,
    bottom: frame.height - margin.bottom,
  };
  const [low, high] = lossDomain(curves, data.limits, Math.min(often, 0.9), seldom);
  const scale = logScales(low, high, often, seldom, plot);

  const atEdges = (points: Exceedance): Point[] => {
    const shown = clipped(points, low, high, seldom);
    return shown.map(({ loss, probability }) => ({ x: scale.x(loss), y: scale.y(probability) }));
  };
  const limits = [...data.limits].filter(({ exceeds }) => exceeds > 0).sort((a, b) => a.exceeds - b.exceeds);
  return {
    width: frame.width,
    height: frame.height,
    plot,
    curves: curves.map(({ name, points }) => ({ name, path: pathOf(atEdges(points)) })),
    labels: placeLabels(curves, scale, plot, shownOdds),
    lossTicks: lossTicks(low, high, data.currency).map(({ loss, label }) => ({ x: round(scale.x(loss)), label })),
    oddsTicks: shownOdds.map((probability) => ({ y: round(scale.y(probability)), label: oddsLabel(probability) })),
    line: lineOf(
      limits.map(({ exceeds, appetite }) => ({ loss: exceeds, probability: appetite })),
      scale,
      plot,
    ),
    tolerance: toleranceOf(limits, scale, plot),
    over: overFill(data.residual, limits, scale, low, high, seldom),
    scale,
  };
}

/** How often a year loses more than an amount: read off a curve, straight between its points. */
export function probabilityOfMore(points: Exceedance, loss: number): number {
  const after = points.findIndex((point) => point.loss > loss);
  if (after < 0) return points[points.length - 1]?.loss === loss ? points[points.length - 1]!.probability : 0;
  if (after === 0) return points[0]!.probability;
  const [a, b] = [points[after - 1]!, points[after]!];
  return a.probability + ((b.probability - a.probability) * (loss - a.loss)) / (b.loss - a.loss);
}

/** The amount that a year exceeds so often; null where the curve does not reach that far. */
export function lossExceededWith(points: Exceedance, probability: number): number | null {
  const after = points.findIndex((point) => point.probability <= probability);
  if (after < 0) return null;
  if (after === 0) return points[0]!.loss;
  const [a, b] = [points[after - 1]!, points[after]!];
  if (a.probability === b.probability) return b.loss;
  return a.loss + ((b.loss - a.loss) * (a.probability - probability)) / (a.probability - b.probability);
}

/** "1 in 20", "9 in 10". */
export function oddsLabel(probability: number): string {
  if (probability > 0.5) return `${formatNumber(probability * 10, 1)} in 10`;
  return `1 in ${formatNumber(1 / probability)}`;
}

function lossDomain(
  curves: readonly { readonly points: Exceedance }[],
  limits: CurveData["limits"],
  often: number,
  seldom: number,
): [low: number, high: number] {
  const starts = curves.flatMap(({ points }) => {
    const at = lossExceededWith(points, Math.min(often, points[0]!.probability * 0.98));
    return at !== null && at > 0 ? [at] : [];
  });
  const ends = curves.flatMap(({ points }) => lossExceededWith(points, seldom) ?? points[points.length - 1]!.loss);
  const amounts = limits.map(({ exceeds }) => exceeds).filter((amount) => amount > 0);
  const high = Math.max(...ends, ...amounts.map((amount) => amount * 1.15));
  const low = Math.min(...starts, ...amounts.map((amount) => amount / 1.5), high / 10);
  return [Math.max(low, high / 1e5), high];
}

function logScales(low: number, high: number, often: number, seldom: number, plot: Box): CurveScale {
  const xSpan = (plot.right - plot.left) / Math.log(high / low);
  const ySpan = (plot.bottom - plot.top) / Math.log(often / seldom);
  return {
    x: (loss) => plot.left + Math.log(loss / low) * xSpan,
    y: (probability) => plot.top + Math.log(often / probability) * ySpan,
    lossAt: (x) => low * Math.exp((x - plot.left) / xSpan),
    probabilityAt: (y) => often * Math.exp(-(y - plot.top) / ySpan),
  };
}

/** The part of a curve inside the plot, its ends brought to the border. */
function clipped(points: Exceedance, low: number, high: number, seldom: number): Exceedance {
  const end = Math.min(lossExceededWith(points, seldom) ?? high, high, points[points.length - 1]!.loss);
  const inner = points.filter(({ loss }) => loss > low && loss < end);
  return [
    { loss: low, probability: probabilityOfMore(points, low) },
    ...inner,
    ...(end > low ? [{ loss: end, probability: Math.max(probabilityOfMore(points, end), seldom) }] : []),
  ].filter(({ probability }) => probability >= seldom * 0.999);
}

function lossTicks(low: number, high: number, currency: string): { loss: number; label: string | null }[] {
  const ticks: { loss: number; label: string | null }[] = [];
  const decades = Math.log10(high / low);
  for (let order = Math.floor(Math.log10(low)); order <= Math.ceil(Math.log10(high)); order += 1)
    for (const step of [1, 2, 5]) {
      const loss = step * 10 ** order;
      if (loss < low * 0.999 || loss > high * 1.001) continue;
      const isNamed = step === 1 || decades <= 3.2;
      ticks.push({ loss, label: isNamed ? (step === 1 ? formatMoney(loss, currency) : formatAmount(loss)) : null });
    }
  return ticks;
}

function lineOf(points: Exceedance, scale: CurveScale, plot: Box): ExceedanceLayout["line"] {
  if (points.length === 0) return null;
  const rings = points.map(({ loss, probability }) => ({ x: round(scale.x(loss)), y: round(scale.y(probability)) }));
  const last = rings[rings.length - 1]!;
  const path = rings.length === 1 ? `M${last.x} ${plot.top}V${last.y}` : pathOf(rings);
  return { path, rings, label: { x: last.x + 14, y: rings.length === 1 ? last.y + 16 : last.y - 22 } };
}

function toleranceOf(limits: CurveData["limits"], scale: CurveScale, plot: Box): string | null {
  const points = limits
    .filter(({ appetite, tolerance }) => tolerance > appetite)
    .map(({ exceeds, tolerance }) => ({ x: scale.x(exceeds), y: Math.max(plot.top, scale.y(tolerance)) }));
  if (points.length === 0) return null;
  if (points.length > 1) return pathOf(points);
  const { x, y } = points[0]!;
  return `M${round(x - 7)} ${round(y)}h14`;
}

/** The area between the residual curve and the line where the curve is the higher one. */
function overFill(
  points: Exceedance,
  limits: CurveData["limits"],
  scale: CurveScale,
  low: number,
  high: number,
  seldom: number,
): string | null {
  if (limits.length === 0) return null;
  if (limits.length === 1) {
    const { exceeds, appetite } = limits[0]!;
    const now = probabilityOfMore(points, exceeds);
    if (now < appetite) return null;
    const [x, top, bottom] = [scale.x(exceeds), scale.y(now), scale.y(appetite)];
    // One limit judges one amount: from where the curve meets it down to the line, no wider.
    return `M${round(x - 4)} ${round(top)}h8V${round(bottom)}h-8z`;
  }
  const [first, last] = [limits[0]!, limits[limits.length - 1]!];
  const steps = 160;
  const areas: string[] = [];
  let run: { x: number; curve: number; line: number }[] = [];
  const close = () => {
    if (run.length > 1)
      areas.push(
        `${pathOf(run.map(({ x, curve }) => ({ x, y: curve })))}${pathOf([...run].reverse().map(({ x, line }) => ({ x, y: line }))).replace("M", "L")}z`,
      );
    run = [];
  };
  for (let step = 0; step <= steps; step += 1) {
    const loss = Math.exp(
      Math.log(Math.max(low, first.exceeds)) +
        (Math.log(Math.min(high, last.exceeds)) - Math.log(Math.max(low, first.exceeds))) * (step / steps),
    );
    const now = Math.max(seldom, probabilityOfMore(points, loss));
    const allowed = lineAt(limits, loss);
    if (now >= allowed) run.push({ x: scale.x(loss), curve: scale.y(now), line: scale.y(allowed) });
    else close();
  }
  close();
  return areas.length > 0 ? areas.join("") : null;
}

/** The load line between two limits is straight on the axes it is drawn on. */
function lineAt(limits: CurveData["limits"], loss: number): number {
  const after = limits.findIndex(({ exceeds }) => exceeds >= loss);
  if (after <= 0) return limits[Math.max(0, after)]!.appetite;
  const [a, b] = [limits[after - 1]!, limits[after]!];
  const share = Math.log(loss / a.exceeds) / Math.log(b.exceeds / a.exceeds);
  return Math.exp(Math.log(a.appetite) + (Math.log(b.appetite) - Math.log(a.appetite)) * share);
}

/** Each label beside its curve, where its neighbour on that side is far enough away; lower down where it is not. */
function placeLabels(
  curves: readonly { readonly name: CurveName; readonly points: Exceedance }[],
  scale: CurveScale,
  plot: Box,
  shownOdds: readonly number[],
): ExceedanceLayout["labels"] {
  const order: readonly CurveName[] = ["target", "residual", "inherent"];
  const xAt = (name: CurveName, probability: number): number | null => {
    const points = curves.find((curve) => curve.name === name)?.points;
    const loss = points && lossExceededWith(points, probability);
    return loss ? Math.max(plot.left, scale.x(loss)) : null;
  };
  const labels: { name: CurveName; at: Point; anchor: "start" | "end" }[] = [];
  for (const { name } of curves) {
    const anchor = name === "target" ? "end" : "start";
    const neighbour = order[order.indexOf(name) + 1];
    let best: { at: Point; room: number } | null = null;
    for (const probability of shownOdds.slice(1, -1).map((value) => value * 1.25)) {
      const x = xAt(name, probability);
      if (x === null) continue;
      const next = anchor === "start" && neighbour ? (xAt(neighbour, probability) ?? plot.right) : plot.right;
      const room = anchor === "end" ? x - plot.left : next - x;
      const at = { x: round(anchor === "end" ? x - 14 : x + 14), y: round(scale.y(probability)) };
      if (best === null || room > best.room * 1.15) best = { at, room };
      if (best.room > 150) break;
    }
    if (best) labels.push({ name, at: best.at, anchor });
  }
  return labels;
}

function pathOf(points: readonly Point[]): string {
  return points.map(({ x, y }, index) => `${index === 0 ? "M" : "L"}${round(x)} ${round(y)}`).join("");
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

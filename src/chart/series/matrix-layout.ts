import { axisRanges } from "../../engine/scoring/matrix/axis-ranges.ts";
import type { Level, Scale } from "../../engine/scoring/scale.ts";
import { bandStep } from "./band-step.ts";
import type { Box, Point } from "./box.ts";
import { fitLines } from "./break-lines.ts";
import { formatMoney } from "./format-money.ts";
import { impactRange, likelihoodRange } from "./level-words.ts";
import type { LevelLabel } from "./likelihood-impact-layout.ts";
import { frontier } from "./load-line.ts";
import { pathOf } from "./map-lines.ts";
import type { RampStep } from "./risk-ramp.ts";
import { textWidth } from "./text-width.ts";

export interface MatrixData {
  /** Bounds may be NaN while they cannot be read: then cells are equal and say no range. */
  readonly scale: Pick<Scale, "likelihood" | "impact" | "bandNames" | "bands">;
  readonly currency: string;
  /** Risks whose rating lies in one cell and their scenario in another, by the two cells. */
  readonly disagreements?: readonly { readonly from: MatrixPlace; readonly to: MatrixPlace; readonly count: number }[];
}

/** A cell by its levels, counted from 1. */
export interface MatrixPlace {
  readonly likelihood: number;
  readonly impact: number;
}

export interface MatrixFrame {
  /** Pixels in all. */
  readonly width: number;
  /** Equal cells, or cells as large as what they hold on logarithmic axes. */
  readonly cells: "equal" | "to-scale";
}

export interface MatrixGridCell extends MatrixPlace {
  readonly band: string;
  readonly step: RampStep;
  readonly box: Box;
  /** As much of the band's name as has room; to scale in a corner, out of the way of the lines of equal loss. */
  readonly text: string;
  readonly at: Point;
  readonly anchor: "middle" | "start";
}

export interface MatrixLayout {
  readonly width: number;
  readonly height: number;
  readonly plot: Box;
  readonly likelihoodLevels: readonly LevelLabel[];
  readonly impactLevels: readonly LevelLabel[];
  readonly cells: readonly MatrixGridCell[];
  /** Between each band and the one below it. */
  readonly boundaries: readonly string[];
  /** Where a year loses the same, drawn to scale only: how far the lowest band reaches, where the highest begins. */
  readonly equalLoss: readonly {
    readonly path: string;
    readonly text: string;
    readonly at: Point;
    readonly anchor: "start" | "end";
  }[];
  readonly journeys: readonly { readonly from: Point; readonly to: Point; readonly text: string | null }[];
}

/** To scale the lines of equal loss are named above the plot, one under the other. */
const top = { equal: 6, "to-scale": 36 } as const;
const labelSize = 11.5;

/** Where everything of a matrix lies: likelihood up, impact to the right, its bands parted by stepped lines. */
export function layoutMatrix(data: MatrixData, frame: MatrixFrame): MatrixLayout {
  const { likelihood, impact, bandNames, bands } = data.scale;
  const room = frame.width >= 480 ? "wide" : "narrow";
  const left = axisWidth(data, room);
  const rows = likelihood.length;
  const rowHeight = room === "wide" ? Math.max(34, Math.min(56, 300 / rows)) : Math.max(34, Math.min(46, 260 / rows));
  const isKnown = [...likelihood, ...impact].every(({ from, to }) => Number.isFinite(from) && Number.isFinite(to));
  const form = isKnown ? frame.cells : "equal";
  const plot = { left, top: top[form], right: frame.width - 8, bottom: top[form] + rowHeight * rows };
  const xs = edges(impact, form, plot.left, plot.right);
  const ys = edges(likelihood, form, plot.bottom, plot.top);
  const boxOf = (place: MatrixPlace): Box => ({
    left: xs[place.impact - 1]!,
    right: xs[place.impact]!,
    top: ys[place.likelihood]!,
    bottom: ys[place.likelihood - 1]!,
  });
  const cells = likelihood.flatMap((_, i) =>
    impact.map((__, j): MatrixGridCell => {
      const [place, band] = [{ likelihood: i + 1, impact: j + 1 }, bands[i]![j]!];
      const box = boxOf(place);
      const word =
        form === "equal"
          ? { at: { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 + 4 }, anchor: "middle" as const }
          : { at: { x: box.left + 6, y: box.bottom - 6 }, anchor: "start" as const };
      return { ...place, ...word, band, step: bandStep(bandNames, band), box, text: fittingWord(band, box) };
    }),
  );
  const ranks = likelihood.map((_, row) => bands[rows - 1 - row]!.map((band) => bandNames.indexOf(band)));
  const cornerAt = ({ x, y }: Point): Point => ({ x: xs[x]!, y: ys[rows - y]! });
  return {
    width: frame.width,
    height: plot.bottom + (room === "wide" ? 38 : 34),
    plot,
    likelihoodLevels: likelihood.map(({ name }, index) => {
      const { top: above, bottom: below } = boxOf({ likelihood: index + 1, impact: 1 });
      const hasRoom = below - above >= 26;
      const names = hasRoom ? fitLines(name, left - 12, labelSize).slice(0, 2) : [shortened(name, left - 12)];
      return {
        names: names.map((line) => shortened(line, left - 10)),
        range:
          isKnown && hasRoom && below - above >= 14 * names.length + 14 ? likelihoodRange(likelihood, index, room) : "",
        at: { x: left - 9, y: (above + below) / 2 + (hasRoom ? -2 - (names.length - 1) * 6 : 4) },
      };
    }),
    impactLevels: impact.map(({ name }, index) => {
      const box = boxOf({ likelihood: 1, impact: index + 1 });
      const width = box.right - box.left - 4;
      const ranges = (["wide", "narrow"] as const).map((size) => impactRange(impact, index, data.currency, size));
      return {
        names: [textWidth(name, labelSize) <= width ? name : width >= 12 ? String(index + 1) : ""],
        range: (isKnown && ranges.find((range) => textWidth(range, 11) <= width)) || "",
        at: { x: (box.left + box.right) / 2, y: plot.bottom + 15 },
      };
    }),
    cells,
    boundaries: bandNames
      .slice(1)
      .flatMap((_, k) => frontier(ranks.map((row) => row.map((rank) => rank > k))))
      .map((line) => pathOf(line.map(cornerAt))),
    equalLoss: form === "equal" ? [] : equalLossLines(data, plot),
    journeys: (data.disagreements ?? []).map(({ from, to, count }) => ({
      from: besideWord(boxOf(from), form),
      to: besideWord(boxOf(to), form),
      text: count > 1 ? String(count) : null,
    })),
  };
}

/** The bounds of an axis in pixels, lowest first. */
function edges(levels: readonly Level[], cells: MatrixFrame["cells"], from: number, to: number): number[] {
  if (cells === "equal")
    return [0, ...levels.map((_, k) => k + 1)].map((k) => from + ((to - from) * k) / levels.length);
  const ranges = axisRanges(levels, "log-uniform");
  const [least, most] = [Math.log(ranges[0]![0]), Math.log(ranges.at(-1)![1])];
  const at = (value: number) => from + ((to - from) * (Math.log(value) - least)) / (most - least);
  return [from, ...ranges.map(([, end]) => at(end))];
}

/** On logarithmic axes the same loss a year is a straight line that falls. */
function equalLossLines({ scale, currency }: MatrixData, plot: Box): MatrixLayout["equalLoss"] {
  const { likelihood, impact, bandNames, bands } = scale;
  const [rows, columns] = [axisRanges(likelihood, "log-uniform"), axisRanges(impact, "log-uniform")];
  const spans = [columns, rows].map((ranges) => [Math.log(ranges[0]![0]), Math.log(ranges.at(-1)![1])] as const);
  const [[x0, x1], [y0, y1]] = spans as [readonly [number, number], readonly [number, number]];
  const losses = (wanted: string, end: "from" | "to") =>
    bands.flatMap((row, i) =>
      row.flatMap((band, j) => (band === wanted ? [likelihood[i]![end] * impact[j]![end]] : [])),
    );
  const [lowest, highest] = [bandNames[0]!, bandNames.at(-1)!];
  const lines = [
    { loss: Math.min(Number.MAX_VALUE, ...losses(highest, "from")), words: `${highest} begins at` },
    { loss: Math.max(0, ...losses(lowest, "to")), words: `${lowest} reaches` },
  ];
  return lines.flatMap(({ loss, words }, order) => {
    const sum = Math.log(loss);
    const [start, end] = [Math.max(x0, sum - y1), Math.min(x1, sum - y0)];
    if (!(loss > 0) || !(start < end)) return [];
    const at = (x: number): Point => ({
      x: plot.left + ((plot.right - plot.left) * (x - x0)) / (x1 - x0),
      y: plot.bottom - ((plot.bottom - plot.top) * (sum - x - y0)) / (y1 - y0),
    });
    const text = `${words} ${formatMoney(loss, currency)} a year`;
    const x = at(start).x;
    const anchor = x + textWidth(text, 11) > plot.right ? ("end" as const) : ("start" as const);
    const lead = { x, y: plot.top - 5 - 14 * order };
    return [
      { path: pathOf([lead, at(start), at(end)]), text, at: { x: x + (anchor === "end" ? -4 : 4), y: lead.y }, anchor },
    ];
  });
}

/** Where a journey begins or ends: in the cell's middle height, on the side that its word leaves free. */
function besideWord({ left, right, bottom, top: above }: Box, form: MatrixFrame["cells"]): Point {
  const aside = Math.max(7, (right - left) * 0.17);
  return { x: form === "equal" ? left + aside : right - aside, y: (above + bottom) / 2 };
}

function fittingWord(band: string, { left, right, top: above, bottom }: Box): string {
  const [width, height] = [right - left - 8, bottom - above];
  if (height < 12) return "";
  if (textWidth(band, labelSize) <= width) return band;
  const initial = [...band][0]?.toUpperCase() ?? "";
  return textWidth(initial, labelSize) <= width + 4 ? initial : "";
}

/** Cut with an ellipsis where it is too wide; the level's own fields say it whole. */
function shortened(text: string, width: number): string {
  if (textWidth(text, labelSize) <= width) return text;
  const letters = [...text];
  while (letters.length > 1 && textWidth(`${letters.join("")}…`, labelSize) > width) letters.pop();
  return `${letters.join("")}…`;
}

function axisWidth({ scale }: MatrixData, room: "wide" | "narrow"): number {
  const { likelihood } = scale;
  const widest = Math.max(
    ...likelihood.map((_, index) => textWidth(likelihoodRange(likelihood, index, room), 11)),
    ...likelihood.flatMap(({ name }) => name.split(/\s+/).map((word) => textWidth(word, labelSize))),
  );
  return Math.min(room === "wide" ? 150 : 84, Math.ceil(widest) + 12);
}

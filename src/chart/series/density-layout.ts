import { scaleLinear, scaleLog } from "d3-scale";
import { area, curveMonotoneX, line } from "d3-shape";
import type { DistributionSample } from "./distribution-sample.ts";
import { type Quantity, quantityWords } from "./quantity-words.ts";
import { textWidth } from "./text-width.ts";

export interface DensityInput {
  readonly sample: DistributionSample;
  /** What each of several people said, drawn thin on the same axis. */
  readonly experts?: readonly DistributionSample[];
  readonly quantity: Quantity;
  readonly width: number;
  readonly height: number;
  /** `plain` draws the shape alone: in a row of a tree there is no room to read values. */
  readonly detail: "plain" | "marked";
}

interface DensityMark {
  readonly name: "P5" | "P50" | "P95" | "mean";
  readonly x: number;
  readonly value: string;
  readonly anchor: "start" | "middle" | "end";
}

export interface DensityLayout {
  readonly width: number;
  readonly height: number;
  readonly base: number;
  readonly area: string;
  readonly outline: string;
  readonly experts: readonly string[];
  readonly spikes: readonly { readonly x: number; readonly top: number; readonly label: string | null }[];
  /** Empty where the sketch is plain; the mean has no label of its own, it is said beside. */
  readonly marks: readonly DensityMark[];
}

/** What stands under the value of a mark. */
export const markWords = { P5: "1 in 20 below", P50: "half", P95: "1 in 20 above" } as const;

const marked = { top: 16, bottom: 32, side: 8 };
const plain = { top: 2, bottom: 1, side: 1 };

/** A distribution drawn: its shape, what sits on single values, and where 1 in 20, half and 19 in 20 lie below. */
export function layoutDensity({ sample, experts = [], quantity, width, height, detail }: DensityInput): DensityLayout {
  const room = detail === "marked" ? marked : plain;
  const base = height - room.bottom;
  const all = [sample, ...experts];
  const places = all.flatMap(({ cells, spikes, p05, p95 }) => [
    ...cells.map(({ at }) => at),
    ...spikes.map(({ at }) => at),
    p05,
    p95,
  ]);
  const [least, most] = [Math.min(...places), Math.max(...places)];
  const isLogarithmic = least > 0 && all.some(({ axis }) => axis === "logarithmic");
  const span = least === most ? Math.max(Math.abs(most) / 2, 1e-9) : 0;
  const domain = isLogarithmic && span === 0 ? [least, most] : [least - span, most + span];
  const scale = isLogarithmic && span === 0 ? scaleLog() : scaleLinear();
  const x = (value: number) => round(scale.domain(domain).range([room.side, width - room.side])(value));
  const y = (share: number) => round(base - share * (base - room.top));
  const shape = area<{ at: number; height: number }>(
    ({ at }) => x(at),
    base,
    ({ height }) => y(height),
  ).curve(curveMonotoneX);
  const course = line<{ at: number; height: number }>(
    ({ at }) => x(at),
    ({ height }) => y(height),
  ).curve(curveMonotoneX);
  const tallest = Math.max(...sample.spikes.map(({ probability }) => probability), 1e-9);
  return {
    width,
    height,
    base,
    area: sample.cells.length > 0 ? (shape([...sample.cells]) ?? "") : "",
    outline: sample.cells.length > 0 ? (course([...sample.cells]) ?? "") : "",
    experts: experts.map(({ cells, p50 }) =>
      cells.length > 0 ? (course([...cells]) ?? "") : `M${x(p50)} ${base}V${y(0.8)}`,
    ),
    spikes: sample.spikes.map(({ at, probability }) => ({
      x: x(at),
      top: y(sample.cells.length > 0 ? Math.max(0.12, probability) : probability / tallest),
      label: detail === "marked" && sample.cells.length > 0 ? shareOn(probability) : null,
    })),
    marks: detail === "marked" ? marksOf(sample, quantity, { x, width }) : [],
  };
}

function marksOf(
  sample: DistributionSample,
  quantity: Quantity,
  { x, width }: { readonly x: (value: number) => number; readonly width: number },
): DensityMark[] {
  const said = (name: DensityMark["name"], value: number): DensityMark => {
    const text = quantityWords(value, quantity);
    const half = labelWidth(name, text) / 2;
    const at = x(value);
    return { name, x: at, value: text, anchor: at < half ? "start" : at > width - half ? "end" : "middle" };
  };
  if (sample.p05 === sample.p95) return [said("P50", sample.p50)];
  const marks = [said("P5", sample.p05), said("P50", sample.p50), said("P95", sample.p95)];
  const kept = marks.filter((mark, i) => i !== 1 || isApart(marks[0]!, mark, marks[2]!));
  return [...kept, { ...said("mean", sample.mean), value: "" }];
}

function labelWidth(name: DensityMark["name"], value: string): number {
  return Math.max(textWidth(value, 11.5), name === "mean" ? 0 : textWidth(markWords[name], 11));
}

/** Whether the middle label leaves both its neighbours readable. */
function isApart(left: DensityMark, middle: DensityMark, right: DensityMark): boolean {
  const half = (mark: DensityMark) => labelWidth(mark.name, mark.value) / 2 + 3;
  const end = left.anchor === "start" ? left.x + 2 * half(left) : left.x + half(left);
  const begin = right.anchor === "end" ? right.x - 2 * half(right) : right.x - half(right);
  return middle.x - half(middle) > end && middle.x + half(middle) < begin;
}

function shareOn(probability: number): string {
  const percent = probability * 100;
  return `${percent < 1 ? "under 1" : percent.toFixed(0)} % here`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

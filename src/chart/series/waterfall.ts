import type { Explanation } from "../../contract/detail.ts";
import { fitLines } from "./break-lines.ts";
import { formatDate } from "./format-date.ts";
import { formatChange, formatNumber } from "./format-number.ts";
import { kindAgainst, type MarkKind } from "./mark-kind.ts";

type Step = Explanation["steps"][number];

export interface WaterfallFrame {
  readonly width: number;
  /** The highest score of the scale. */
  readonly highest: number;
}

interface WaterfallRow {
  readonly key: string;
  readonly label: readonly string[];
  readonly detail: readonly string[];
  readonly top: number;
  readonly height: number;
  /** From where to where the bar lies; a state's bar begins at 0. */
  readonly from: number;
  readonly to: number;
  readonly look: "state" | "planned-state" | "less" | "more" | "planned" | "none";
  readonly value: string;
  /** Of a state. */
  readonly kind: MarkKind | null;
}

export interface WaterfallLayout {
  readonly width: number;
  readonly height: number;
  readonly labelWidth: number;
  readonly plot: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };
  readonly rows: readonly WaterfallRow[];
  readonly ticks: readonly { readonly x: number; readonly label: string }[];
  readonly line: { readonly x: number; readonly label: string; readonly anchor: "start" | "end" } | null;
  readonly tolerance: { readonly x: number; readonly label: string; readonly anchor: "start" | "middle" } | null;
}

const barHeight = 17;
const labelSize = 12;
const labelHeight = 14;
const detailSize = 11;
const detailHeight = 13;

/** From the inherent score over each control to the residual one and on to the target: what took how much away. */
export function layoutWaterfall(
  steps: readonly Step[],
  line: { readonly appetite: number; readonly tolerance: number } | null,
  { width, highest }: WaterfallFrame,
): WaterfallLayout {
  const labelWidth = Math.round(Math.min(228, width * 0.44));
  const valueWidth = 34;
  const left = labelWidth;
  const right = width - valueWidth;
  const x = (score: number) => round(left + (score / highest) * (right - left));
  const top = line ? 26 : 6;
  let y = top;
  let before = 0;
  const rows = steps.map((step, index): WaterfallRow => {
    const detail = fitLines(detailWords(step), labelWidth - 14, detailSize);
    const label = fitLines(step.label, labelWidth - 8, labelSize);
    const height = Math.max(30, 3 + label.length * labelHeight + detail.length * detailHeight) + 7;
    const isState = step.kind === "inherent" || step.kind === "residual" || step.kind === "target";
    const after = step.after.score;
    const row: WaterfallRow = {
      key: `${index} ${step.kind}`,
      label,
      detail,
      top: y,
      height,
      from: x(isState ? 0 : Math.min(before, after)),
      to: x(isState ? after : Math.max(before, after)),
      look: lookOf(step, before),
      value: isState
        ? formatNumber(after, 2)
        : after === before
          ? "0"
          : formatChange(after - before, (v) => formatNumber(v, 2)),
      kind: isState && line ? kindAgainst(after, line) : null,
    };
    y += height;
    before = after;
    return row;
  });
  return {
    width,
    height: y + 20,
    labelWidth,
    plot: { left, right, top, bottom: y },
    rows,
    ticks: ticksUpTo(highest).map((score) => ({ x: x(score), label: formatNumber(score) })),
    line: line && {
      x: x(line.appetite),
      label: `load line ${formatNumber(line.appetite, 2)}`,
      anchor: x(line.appetite) - left > 90 ? "end" : "start",
    },
    tolerance:
      line && line.tolerance > line.appetite && line.tolerance <= highest
        ? {
            x: x(line.tolerance),
            label: `tolerance ${formatNumber(line.tolerance, 2)}`,
            anchor: x(line.tolerance) - x(line.appetite) > 76 ? "middle" : "start",
          }
        : null,
  };
}

/** Why the score is what it is, in a sentence. */
export function whySentence(
  steps: readonly Step[],
  line: { readonly appetite: number; readonly tolerance: number } | null,
): string {
  const inherent = steps.find(({ kind }) => kind === "inherent")?.after.score;
  const residual = steps.find(({ kind }) => kind === "residual")?.after.score;
  if (inherent === undefined || residual === undefined) return "Nobody has rated it yet";
  const judgement = steps.findIndex(({ kind }) => kind === "judgement");
  const controls = steps.filter(({ kind }) => kind === "working-control").length;
  const score = (value: number) => formatNumber(value, 2);
  if (judgement > 0) {
    const derived = steps[judgement - 1]!.after.score;
    return derived === residual
      ? `Judged at ${score(residual)}, as its working controls say`
      : `Judged at ${score(residual)}; its working controls alone would leave ${score(derived)}`;
  }
  const against =
    line === null
      ? "; no line is drawn for it"
      : residual >= line.appetite
        ? `; the line is ${score(line.appetite)}`
        : ", under the line";
  if (controls === 0) return `No working control acts on it: ${score(residual)}${against}`;
  if (inherent === residual) return `Its working controls do not move its score of ${score(residual)}${against}`;
  const who = controls === 1 ? "One working control brings" : "Working controls bring";
  return `${who} it from ${score(inherent)} to ${score(residual)}${against}`;
}

function lookOf(step: Step, before: number): WaterfallRow["look"] {
  if (step.kind === "target") return "planned-state";
  if (step.kind === "inherent" || step.kind === "residual") return "state";
  if (step.after.score === before) return "none";
  if (step.kind === "planned-control") return "planned";
  return step.after.score > before ? "more" : "less";
}

function ticksUpTo(highest: number): number[] {
  const step = [1, 2, 5, 10, 20, 25, 50].find((size) => highest / size <= 6) ?? highest / 5;
  return Array.from({ length: Math.floor(highest / step) + 1 }, (_, index) => index * step);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

export const waterfallBarHeight = barHeight;

function detailWords({ detail, day }: Step): string {
  return day === null ? detail : `${detail} ${day.words} ${formatDate(day.on)}`;
}

import type { AuditReport } from "../../../contract/audit-report.ts";
import { formatNumber } from "../format-number.ts";
import { textWidth } from "../text-width.ts";
import { type AxisSteps, axisPlace, axisSteps, tenth } from "./axis-steps.ts";
import { cutText } from "./cut-text.ts";
import type { VerdictWord } from "./forest-rows.ts";
import { formatGap, formatGapBeside, formatInterval } from "./format-rate.ts";
import { attributesTitle } from "./group-words.ts";
import { disparityName, reasonWords } from "./metric-words.ts";

/** A disparity beside the limit it is held to, if it is held to one. */
export interface DisparityRow {
  readonly key: string;
  readonly name: string;
  readonly of: string;
  readonly kind: "difference" | "ratio";
  readonly figure:
    | { readonly estimate: number; readonly low: number | null; readonly high: number | null }
    | { readonly estimate: null; readonly reason: string };
  readonly bound: number | null;
  readonly verdict: VerdictWord | null;
}

/** Disparities of a report with their verdicts; those with a limit first, in the order of the report. */
export function disparityRows(report: Pick<AuditReport, "disparities" | "verdicts">): DisparityRow[] {
  const rows = report.disparities.map((disparity): DisparityRow & { readonly rank: number } => {
    const { name, attributes, comparison, kind } = disparity;
    const verdict = report.verdicts.find(
      (each) => each.name === name && JSON.stringify(each.attributes) === JSON.stringify(attributes),
    );
    return {
      key: `${name} ${JSON.stringify(attributes)} ${comparison}`,
      name: disparityName(name),
      of: attributesTitle(attributes),
      kind,
      figure: disparity,
      bound: verdict?.limit.bound ?? null,
      verdict: verdict?.verdict ?? null,
      rank: verdict ? 0 : 1,
    };
  });
  return rows.sort((a, b) => a.rank - b.rank).map(({ rank: _, ...row }) => row);
}

export interface PlacedDisparity {
  readonly key: string;
  readonly y: number;
  readonly name: string;
  readonly title: string | null;
  readonly verdict: VerdictWord | "no-limit";
  readonly value: {
    readonly x: number;
    readonly low: number | null;
    readonly high: number | null;
    readonly text: string;
    readonly interval: string;
  } | null;
  readonly reason: string | null;
  readonly limit: { readonly x: number; readonly text: string; readonly over: readonly [number, number] } | null;
}

export interface DisparityLayout {
  readonly width: number;
  readonly height: number;
  readonly form: "one-line" | "two-lines";
  readonly plot: { readonly left: number; readonly right: number };
  readonly columns: { readonly estimate: number; readonly interval: number; readonly limit: number };
  readonly panels: readonly {
    readonly kind: "difference" | "ratio";
    readonly title: string;
    readonly top: number;
    readonly bottom: number;
    /** Where groups do not differ. */
    readonly none: number;
    readonly ticks: readonly { readonly x: number; readonly text: string }[];
    readonly rows: readonly PlacedDisparity[];
  }[];
}

const titles = {
  difference: "Difference; 0 is none",
  ratio: "Ratio; 1 is none",
} as const;
const head = 30;
const rowHeight = { "one-line": 24, "two-lines": 46 } as const;

/** Rows of disparities against their limits: differences on one axis, ratios on another. */
export function layoutDisparities(
  rows: readonly DisparityRow[],
  { width }: { readonly width: number },
): DisparityLayout {
  const form = width >= 600 ? "one-line" : "two-lines";
  const longest = Math.max(60, ...rows.map((row) => textWidth(nameOf(row), 12)));
  const nameWidth = form === "one-line" ? Math.min(longest + 30, width * 0.42) : width - 60;
  const columns = { estimate: form === "one-line" ? width - 150 : width, interval: width - 48, limit: width };
  const plot =
    form === "one-line" ? { left: nameWidth + 8, right: columns.estimate - 52 } : { left: 8, right: width - 8 };
  let y = 0;
  const panels = (["ratio", "difference"] as const).flatMap((kind) => {
    const inside = rows.filter((row) => row.kind === kind);
    if (inside.length === 0) return [];
    const none = kind === "difference" ? 0 : 1;
    const axis = axisSteps([none, ...inside.flatMap(valuesOf)], kind === "difference" ? [-1, 1] : [0, 2], 6);
    const x = axisPlace(axis, plot.left, plot.right);
    const top = y + head;
    const placed = inside.map((row, k) => place(row, top + k * rowHeight[form], { form, x, axis, plot, nameWidth }));
    y = top + inside.length * rowHeight[form];
    const panel = {
      kind,
      title: titles[kind],
      top,
      bottom: y,
      none: x(none),
      ticks: axis.at.map((value) => ({ x: x(value), text: formatNumber(value, 3) })),
      rows: placed,
    };
    y += 14;
    return [panel];
  });
  return {
    width,
    height: Math.max(0, y - 8),
    form,
    plot: { left: tenth(plot.left), right: tenth(plot.right) },
    columns,
    panels,
  };
}

function place(
  row: DisparityRow,
  top: number,
  room: {
    form: DisparityLayout["form"];
    x: (value: number) => number;
    axis: AxisSteps;
    plot: { left: number; right: number };
    nameWidth: number;
  },
): PlacedDisparity {
  const { form, x, plot, nameWidth } = room;
  const whole = nameOf(row);
  const name = cutText(whole, nameWidth - 24, 12);
  const { figure, bound, kind, verdict } = row;
  const base = {
    key: row.key,
    y: top + (form === "one-line" ? 12 : 31),
    name,
    title: name === whole ? null : whole,
    verdict: verdict ?? ("no-limit" as const),
    limit: bound === null ? null : limitOf(bound, kind, figure.estimate, { x, plot }),
  };
  if (figure.estimate === null) return { ...base, value: null, reason: reasonWords(figure.reason) };
  return {
    ...base,
    value: {
      x: x(figure.estimate),
      low: figure.low === null ? null : x(figure.low),
      high: figure.high === null ? null : x(figure.high),
      text:
        bound === null
          ? formatGap(figure.estimate)
          : formatGapBeside(figure.estimate, signedBound(bound, kind, figure.estimate)),
      interval: formatInterval(figure, formatGap),
    },
    reason: null,
  };
}

function limitOf(
  bound: number,
  kind: DisparityRow["kind"],
  estimate: number | null,
  { x, plot }: { x: (value: number) => number; plot: { left: number; right: number } },
): NonNullable<PlacedDisparity["limit"]> {
  const at = signedBound(bound, kind, estimate);
  const isOverLeft = kind === "ratio" ? at <= 1 : at < 0;
  const place = x(at);
  return {
    x: place,
    text: formatNumber(at, 4),
    over: isOverLeft ? [tenth(plot.left), place] : [place, tenth(plot.right)],
  };
}

/** A limit on the size of a gap, on the side where the gap lies: −0.1 for a difference below 0, 1.25 for a ratio above 1. */
function signedBound(bound: number, kind: DisparityRow["kind"], estimate: number | null): number {
  if (estimate === null) return bound;
  if (kind === "difference") return estimate < 0 ? -bound : bound;
  return estimate > 1 ? 1 / bound : bound;
}

function valuesOf({ figure, bound, kind }: DisparityRow): number[] {
  const limit = bound === null ? [] : [signedBound(bound, kind, figure.estimate)];
  if (figure.estimate === null) return limit;
  return [figure.estimate, figure.low ?? figure.estimate, figure.high ?? figure.estimate, ...limit];
}

function nameOf({ of, name }: DisparityRow): string {
  return `${of}: ${name.charAt(0).toLowerCase()}${name.slice(1)}`;
}

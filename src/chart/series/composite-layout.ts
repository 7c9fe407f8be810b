import type { WeighReport } from "../../contract/weigh-report.ts";
import { compositeScoreText } from "./composite-score-text.ts";
import { compositeShades, type DimensionShade } from "./composite-shades.ts";
import { axisPlace, axisSteps, tenth } from "./fairness/axis-steps.ts";
import { formatNumber, formatPercent } from "./format-number.ts";
import { rankNameLines } from "./rank-name-lines.ts";

interface Segment {
  readonly key: string;
  readonly step: DimensionShade["step"];
  readonly x: number;
  readonly width: number;
}

interface CompositeRow {
  readonly id: string;
  readonly rank: string;
  readonly name: readonly string[];
  readonly top: number;
  /** Empty for what has no score: its range is hatched. */
  readonly segments: readonly Segment[];
  readonly score: number | null;
  readonly interval: readonly [number, number];
  readonly scoreText: string;
  readonly intervalText: string;
  readonly firstIn: string;
  /** How probable it is that it comes before the next one; null for the last. */
  readonly beforeNext: string | null;
}

export interface CompositeLayout {
  readonly width: number;
  readonly height: number;
  readonly form: "wide" | "narrow";
  readonly plot: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };
  /** Right ends of the columns of figures; null where they have no room. */
  readonly columns: {
    readonly score: number;
    readonly interval: number;
    readonly firstIn: number;
    readonly beforeNext: number;
  } | null;
  readonly ticks: readonly { readonly x: number; readonly text: string }[];
  readonly gate: { readonly x: number; readonly text: string; readonly side: "left" | "right" } | null;
  readonly rows: readonly CompositeRow[];
  readonly rowHeight: number;
  /** Where in a row its bar and its interval lie. */
  readonly bar: { readonly top: number; readonly height: number };
  readonly intervalAt: number;
}

const narrow = 680;
const head = 34;

/** Scenarios by score: what each dimension brings as a stacked bar, the interval under it, the gate through all. */
export function layoutComposite(
  report: WeighReport,
  {
    names,
    width,
    most,
  }: { readonly names: ReadonlyMap<string, string>; readonly width: number; readonly most: number },
): CompositeLayout {
  const form = width < narrow ? "narrow" : "wide";
  const lines = report.scenarios.slice(0, most);
  const shades = compositeShades(report.weighting.weights);
  const before = new Map(report.order.map(({ above, probability }) => [above, probability]));
  const labelRoom = form === "wide" ? Math.min(280, Math.round(width * 0.3)) : width;
  const columns =
    form === "wide" ? { score: width - 264, interval: width - 172, firstIn: width - 96, beforeNext: width } : null;
  const rowHeight = form === "wide" ? 40 : 66;
  const plot = {
    left: form === "wide" ? labelRoom + 16 : 2,
    right: columns ? columns.score - 60 : width - 2,
    top: head,
    bottom: head + lines.length * rowHeight,
  };
  const gateScore = report.gate?.score;
  const axis = axisSteps(
    [0, ...report.scenarios.map(({ high }) => high), ...(gateScore === undefined ? [] : [gateScore])],
    [0, 1],
    form === "wide" ? 7 : 5,
  );
  const x = axisPlace(axis, plot.left, plot.right);
  return {
    width,
    height: plot.bottom + 4,
    form,
    plot,
    columns,
    ticks: axis.at.map((value) => ({ x: x(value), text: formatNumber(value, 2) })),
    gate:
      gateScore === undefined
        ? null
        : {
            x: x(gateScore),
            text: `gate ${formatNumber(gateScore, 2)}`,
            side: x(gateScore) > (plot.left + plot.right) / 2 ? "left" : "right",
          },
    rowHeight,
    bar: { top: form === "wide" ? 8 : 34, height: 13 },
    intervalAt: form === "wide" ? 28 : 54,
    rows: lines.map((line, index) => ({
      id: line.id,
      rank: line.rank === null ? "–" : formatNumber(line.rank),
      name: rankNameLines(names.get(line.id) ?? line.id, form === "wide" ? labelRoom - 26 : width - 84, 12),
      top: plot.top + index * rowHeight,
      segments: line.score === null ? [] : segmentsOf(line, shades, x),
      score: line.score === null ? null : x(line.score),
      interval: [x(line.low), x(line.high)],
      scoreText: line.score === null ? "not rated" : compositeScoreText(line.score),
      intervalText: `${compositeScoreText(line.low)} to ${compositeScoreText(line.high)}`,
      firstIn: line.ranks === null ? "–" : formatPercent(line.ranks[0]!),
      beforeNext: index < lines.length - 1 && before.has(line.id) ? formatPercent(before.get(line.id)!) : null,
    })),
  };
}

/** Parts of a bar in the order of the shades, each where the one before it ends. */
function segmentsOf(
  { contributions }: WeighReport["scenarios"][number],
  shades: readonly DimensionShade[],
  x: (value: number) => number,
): Segment[] {
  const brings = new Map(contributions.map(({ dimension, contribution }) => [dimension, contribution ?? 0]));
  let from = 0;
  return shades.flatMap(({ dimension, step }) => {
    const to = from + brings.get(dimension)!;
    const segment = { key: dimension, step, x: x(from), width: tenth(x(to) - x(from)) };
    from = to;
    return segment.width > 0 ? [segment] : [];
  });
}

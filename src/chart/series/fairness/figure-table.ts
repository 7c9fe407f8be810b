import type { AuditReport } from "../../../contract/audit-report.ts";
import { formatNumber } from "../format-number.ts";
import type { ConfusionCounts } from "./confusion-squares.ts";
import type { DisparityRow } from "./disparity-layout.ts";
import type { ForestSection } from "./forest-rows.ts";
import { formatGap, formatGapBeside, formatInterval, formatShare } from "./format-rate.ts";
import type { FunnelGroup } from "./funnel-layout.ts";
import { groupLabel } from "./group-words.ts";
import type { IntersectionInput } from "./intersection-layout.ts";
import { reasonWords } from "./metric-words.ts";
import type { RocCurve } from "./roc-layout.ts";
import { type Scores, scoreBars } from "./score-strip.ts";

/** The table that is a chart's twin: its first column names the row, the others are figures or words. */
export interface FigureTable {
  readonly columns: readonly { readonly title: string; readonly kind: "words" | "number" }[];
  readonly rows: readonly { readonly key: string; readonly cells: readonly string[] }[];
}

const words = (title: string) => ({ title, kind: "words" as const });
const number = (title: string) => ({ title, kind: "number" as const });

/** Table of a forest plot, sections under each other. */
export function forestTable(sections: readonly ForestSection[], measure: string): FigureTable {
  return {
    columns: [words("by"), words("group"), number("rows"), number(`${measure}, %`), number("interval"), words("")],
    rows: sections.flatMap(({ title, rows }) =>
      rows.map(({ key, label, n, figure, mark, aside }) => ({
        key: `${title} ${key}`,
        cells: [title, label, formatNumber(n), ...rateCells(figure), aside ?? markWords[mark]],
      })),
    ),
  };
}

/** Table of the cells where two attributes meet. */
export function intersectionTable({ cells }: IntersectionInput, measure: string): FigureTable {
  return {
    columns: [words("row"), words("column"), number("rows"), number(`${measure}, %`), number("interval")],
    rows: cells.map(({ row, column, n, figure }) => ({
      key: JSON.stringify([row, column]),
      cells: [row, column, formatNumber(n), ...rateCells(figure)],
    })),
  };
}

/** Table of reliability curves: a row a bin. */
export function reliabilityTable(calibration: AuditReport["calibration"]): FigureTable {
  return {
    columns: [
      words("group"),
      number("scores, %"),
      number("weight"),
      number("mean score, %"),
      number("observed, %"),
      number("interval"),
    ],
    rows: calibration.flatMap(({ group, curve }) =>
      curve.map(({ from, to, weight, meanScore, observedRate, low, high }) => ({
        key: `${JSON.stringify(group)} ${from}`,
        cells: [
          groupLabel(group),
          `${formatShare(from)}–${formatShare(to)}`,
          formatNumber(weight, 1),
          formatShare(meanScore),
          formatShare(observedRate),
          formatInterval({ low, high }, formatShare),
        ],
      })),
    ),
  };
}

/** Table of ROC curves: each group's area, and where it stands on its curve. */
export function rocTable(curves: readonly RocCurve[]): FigureTable {
  const hasNow = curves.some(({ now }) => now);
  const hasTried = curves.some(({ tried }) => tried);
  const point = (at: RocCurve["now"]) =>
    at ? `${formatShare(at[1])} of positives, ${formatShare(at[0])} of negatives` : "–";
  return {
    columns: [
      words("group"),
      number("area under ROC"),
      number("interval"),
      ...(hasNow ? [words("selected now, %")] : []),
      ...(hasTried ? [words("selected if tried, %")] : []),
    ],
    rows: curves.map(({ key, label, auc, now, tried }) => ({
      key,
      cells: [
        label,
        ...(auc.estimate === null
          ? [reasonWords(auc.reason), ""]
          : [formatGap(auc.estimate), formatInterval(auc, formatGap)]),
        ...(hasNow ? [point(now)] : []),
        ...(hasTried ? [point(tried)] : []),
      ],
    })),
  };
}

/** Table of disparities against their limits. */
export function disparityTable(rows: readonly DisparityRow[]): FigureTable {
  return {
    columns: [
      words("groups by"),
      words("disparity"),
      number("estimate"),
      number("interval"),
      number("limit"),
      words("verdict"),
    ],
    rows: rows.map(({ key, of, name, figure, bound, verdict }) => ({
      key,
      cells: [
        of,
        name,
        ...(figure.estimate === null
          ? ["–", reasonWords(figure.reason)]
          : [
              bound === null ? formatGap(figure.estimate) : formatGapBeside(figure.estimate, bound),
              formatInterval(figure, formatGap),
            ]),
        bound === null ? "–" : formatNumber(bound, 4),
        verdict === null ? "no limit drawn" : verdict.replaceAll("-", " "),
      ],
    })),
  };
}

/** Table of confusion matrices, of a hundred of each group. */
export function confusionTable(
  groups: readonly { readonly key: string; readonly label: string; readonly counts: ConfusionCounts }[],
): FigureTable {
  return {
    columns: [
      words("group"),
      number("selected, positive"),
      number("not selected, positive"),
      number("selected, negative"),
      number("not selected, negative"),
    ],
    rows: groups.map(({ key, label, counts }) => {
      const all = [counts.truePositives, counts.falseNegatives, counts.falsePositives, counts.trueNegatives];
      const total = all.reduce((sum, count) => sum + count, 0);
      return { key, cells: [label, ...all.map((count) => (total > 0 ? formatShare(count / total) : "–"))] };
    }),
  };
}

/** Table of scores: for each tenth of the range the weight with a positive label, then that of all others. */
export function scoreTable(
  groups: readonly { readonly key: string; readonly label: string; readonly scores: Scores }[],
): FigureTable {
  const tenths = Array.from({ length: 10 }, (_, k) => k / 10);
  return {
    columns: [words("group"), ...tenths.map((from) => number(`from ${from}`))],
    rows: groups.map(({ key, label, scores }) => {
      const { above, below } = scoreBars(scores, tenths.length);
      const cells = tenths.map((_, k) => `${formatNumber(above[k]!, 1)} / ${formatNumber(below[k]!, 1)}`);
      return { key, cells: [label, ...cells] };
    }),
  };
}

/** Table of a funnel: how many of each group reached each stage. */
export function funnelTable(groups: readonly FunnelGroup[], stages: readonly string[]): FigureTable {
  return {
    columns: [
      words("group"),
      ...stages.flatMap((stage, k) => [number(stage), ...(k === 0 ? [] : [number("of those before, %")])]),
    ],
    rows: groups.map(({ key, label, reached, passed }) => ({
      key,
      cells: [
        label,
        ...reached.flatMap((count, k) => [formatNumber(count), ...(k === 0 ? [] : [stepCell(passed[k - 1]!)])]),
      ],
    })),
  };
}

function stepCell(step: FunnelGroup["passed"][number]): string {
  return step.estimate === null
    ? reasonWords(step.reason)
    : `${formatShare(step.estimate)} (${formatInterval(step, formatShare)})`;
}

function rateCells(figure: ForestSection["rows"][number]["figure"]): [string, string] {
  return figure.estimate === null
    ? ["–", reasonWords(figure.reason)]
    : [formatShare(figure.estimate), formatInterval(figure, formatShare)];
}

const markWords: Readonly<Record<ForestSection["rows"][number]["mark"], string>> = {
  reference: "reference",
  plain: "",
  tried: "",
  within: "within",
  outside: "outside",
  "not-enough-evidence": "not enough evidence",
};

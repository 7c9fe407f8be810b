import type { AuditFigure } from "../../../contract/audit-report.ts";
import type { ThresholdSweep } from "../../../engine/fairness/threshold/threshold-sweep.ts";
import type { Box } from "../box.ts";
import { tenth } from "./axis-steps.ts";
import { cutText } from "./cut-text.ts";
import { formatGap, formatInterval } from "./format-rate.ts";
import { reasonWords } from "./metric-words.ts";
import { panelGrid } from "./panel-grid.ts";

/** How many of the negatives and of the positives each threshold selects, from none to all. */
export type RocPoint = readonly [falsePositiveRate: number, truePositiveRate: number];

export interface RocCurve {
  readonly key: string;
  readonly label: string;
  /** Empty without positives or without negatives. */
  readonly points: readonly RocPoint[];
  readonly auc: AuditFigure;
  /** Where the thresholds of now, and those tried, put the group. */
  readonly now?: RocPoint | null;
  readonly tried?: RocPoint | null;
}

export interface RocPanel {
  readonly key: string;
  readonly label: string;
  readonly title: string | null;
  readonly box: Box;
  readonly path: string;
  /** Courses of the other groups. */
  readonly behind: string;
  readonly note: string;
  readonly isUnknown: boolean;
  readonly now: { readonly x: number; readonly y: number } | null;
  readonly tried: { readonly x: number; readonly y: number } | null;
  readonly isLeftmost: boolean;
}

export interface RocLayout {
  readonly width: number;
  readonly height: number;
  readonly panels: readonly RocPanel[];
}

const mostPoints = 160;

/** Points of the ROC curve of a group; none without positives or without negatives. */
export function rocPoints({
  truePositive,
  falsePositive,
}: Pick<ThresholdSweep, "truePositive" | "falsePositive">): RocPoint[] {
  const positives = truePositive[0] ?? 0;
  const negatives = falsePositive[0] ?? 0;
  if (!(positives > 0 && negatives > 0)) return [];
  const all = Array.from(
    truePositive,
    (tp, k): RocPoint => [falsePositive[k]! / negatives, tp / positives],
  ).toReversed();
  return thinned(all);
}

/** Points that a pixel cannot part are left out; corners and both ends stay. */
function thinned(points: readonly RocPoint[]): RocPoint[] {
  const step = 1 / mostPoints;
  const kept: RocPoint[] = [];
  for (const [k, point] of points.entries()) {
    const last = kept.at(-1);
    const isEnd = k === points.length - 1;
    if (!last || isEnd || Math.abs(point[0] - last[0]) + Math.abs(point[1] - last[1]) >= step) kept.push(point);
  }
  return kept;
}

/** ROC curves side by side, one panel a group with the others behind it. */
export function layoutRoc(curves: readonly RocCurve[], { width }: { readonly width: number }): RocLayout {
  const grid = panelGrid(curves.length, { width, least: 112, most: 190, gap: 26, above: 22, below: 30, leftmost: 26 });
  const leftmost = grid.panels[0]?.left;
  const panels = curves.map(({ key, label, points, auc, now = null, tried = null }, k): RocPanel => {
    const box = grid.panels[k]!;
    const shown = cutText(label, box.right - box.left + 16, 11.5);
    return {
      key,
      label: shown,
      title: shown === label ? null : label,
      box,
      path: rocPath(points, box),
      behind:
        points.length === 0
          ? ""
          : curves.map((other) => (other.key === key ? "" : rocPath(other.points, box))).join(""),
      note: aucWords(auc, points.length === 0),
      isUnknown: points.length === 0,
      now: now && placeInPanel(now, box),
      tried: tried && placeInPanel(tried, box),
      isLeftmost: box.left === leftmost,
    };
  });
  return { width, height: grid.height, panels };
}

/** The same panels with other points on their curves: what changes while a threshold is dragged. */
export function withRocPoints(
  layout: RocLayout,
  points: readonly { readonly now: RocPoint | null; readonly tried: RocPoint | null }[],
): RocLayout {
  return {
    ...layout,
    panels: layout.panels.map((panel, k) => {
      const { now = null, tried = null } = points[k] ?? {};
      return { ...panel, now: now && placeInPanel(now, panel.box), tried: tried && placeInPanel(tried, panel.box) };
    }),
  };
}

function rocPath(points: readonly RocPoint[], box: Box): string {
  return points
    .map((point, k) => {
      const { x, y } = placeInPanel(point, box);
      return `${k === 0 ? "M" : "L"}${x} ${y}`;
    })
    .join("");
}

function placeInPanel([fpr, tpr]: RocPoint, box: Box): { x: number; y: number } {
  return { x: tenth(box.left + fpr * (box.right - box.left)), y: tenth(box.bottom - tpr * (box.bottom - box.top)) };
}

function aucWords(auc: AuditFigure, isEmpty: boolean): string {
  if (auc.estimate === null) return isEmpty ? reasonWords(auc.reason) : "";
  return `area ${formatGap(auc.estimate)} (${formatInterval(auc, formatGap)})`;
}

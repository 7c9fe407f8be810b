import type { AuditReport } from "../../../contract/audit-report.ts";
import type { Box } from "../box.ts";
import { formatNumber } from "../format-number.ts";
import { axisSteps, tenth } from "./axis-steps.ts";
import { cutText } from "./cut-text.ts";
import { groupLabel } from "./group-words.ts";
import { panelGrid } from "./panel-grid.ts";

type Calibration = AuditReport["calibration"][number];

export interface ReliabilityPanel {
  readonly key: string;
  readonly label: string;
  readonly title: string | null;
  readonly box: Box;
  readonly diagonal: string;
  readonly points: readonly { readonly x: number; readonly y: number; readonly low: number; readonly high: number }[];
  /** How many rows have scores of each bin, under the panel. */
  readonly bars: readonly { readonly x: number; readonly y: number; readonly width: number; readonly height: number }[];
  /** "error 1.4", in points, without what chance adds; or why there is no curve. */
  readonly note: string;
  readonly isUnknown: boolean;
  /** Only the leftmost of a row has it. */
  readonly yTicks: readonly { readonly y: number; readonly text: string }[];
  readonly xTicks: readonly { readonly x: number; readonly text: string }[];
}

export interface ReliabilityLayout {
  readonly width: number;
  readonly height: number;
  readonly panels: readonly ReliabilityPanel[];
}

const barsHeight = 22;

/** Observed rate beside mean score, a panel for each group, and under it how its scores lie; all on the same axes. */
export function layoutReliability(
  calibration: readonly Calibration[],
  { width }: { readonly width: number },
): ReliabilityLayout {
  const grid = panelGrid(calibration.length, {
    width,
    least: 112,
    most: 190,
    gap: 26,
    above: 22,
    below: barsHeight + 34,
    leftmost: 26,
  });
  const bins = calibration.flatMap(({ curve }) => curve);
  const axis = axisSteps(
    bins.flatMap(({ meanScore, low, high }) => [meanScore, low, high]),
    [0, 1],
    4,
  );
  const share = (value: number) => Math.min(1, Math.max(0, (value - axis.from) / (axis.to - axis.from)));
  const leftmost = grid.panels[0]?.left;
  const panels = calibration.map(({ group, curve, error }, k): ReliabilityPanel => {
    const box = grid.panels[k]!;
    const x = (value: number) => tenth(box.left + share(value) * (box.right - box.left));
    const y = (value: number) => tenth(box.bottom - share(value) * (box.bottom - box.top));
    const label = groupLabel(group);
    const shown = cutText(label, box.right - box.left + 16, 11.5);
    const largest = Math.max(...curve.map(({ weight }) => weight));
    const floor = box.bottom + barsHeight + 4;
    return {
      key: JSON.stringify(group),
      label: shown,
      title: shown === label ? null : label,
      box,
      diagonal: `M${box.left} ${box.bottom}L${box.right} ${box.top}`,
      points: curve.map(({ meanScore, observedRate, low, high }) => ({
        x: x(meanScore),
        y: y(observedRate),
        low: y(low),
        high: y(high),
      })),
      bars: curve.map(({ from, to, weight }) => {
        const height = tenth((weight / largest) * barsHeight);
        return { x: x(from), y: tenth(floor - height), width: tenth(Math.max(0.5, x(to) - x(from) - 1)), height };
      }),
      note:
        curve.length === 0
          ? "no labelled scores"
          : error.corrected === null
            ? ""
            : `error ${formatNumber(error.corrected * 100, 1)}`,
      isUnknown: curve.length === 0,
      yTicks:
        box.left === leftmost ? axis.at.map((value) => ({ y: y(value), text: formatNumber(value * 100, 1) })) : [],
      xTicks: axis.at.map((value) => ({ x: x(value), text: formatNumber(value * 100, 1) })),
    };
  });
  return { width, height: grid.height, panels };
}

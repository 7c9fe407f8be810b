import type { OutcomeCounts } from "../../../contract/audit-report.ts";
import { formatNumber } from "../format-number.ts";
import { tenth } from "./axis-steps.ts";

/** Rows, or weights, of one group by label and decision. */
export type ConfusionCounts = Pick<
  OutcomeCounts,
  "truePositives" | "falseNegatives" | "falsePositives" | "trueNegatives"
>;

type ConfusionKind = keyof ConfusionCounts;

interface ConfusionSquare {
  readonly kind: ConfusionKind;
  readonly x: number;
  readonly y: number;
  readonly side: number;
  /** "31", of a hundred of the group. */
  readonly text: string;
  readonly textX: number;
  readonly textY: number;
  readonly anchor: "start" | "end";
}

export interface ConfusionLayout {
  readonly size: number;
  readonly height: number;
  /** Top of the field that the squares lie in, between two lines of figures. */
  readonly top: number;
  readonly middle: number;
  /** Always four, in one order, so that they move from one state to the next. Empty groups have none. */
  readonly squares: readonly ConfusionSquare[];
}

const sides: readonly { readonly kind: ConfusionKind; readonly right: 0 | 1; readonly down: 0 | 1 }[] = [
  { kind: "truePositives", right: 0, down: 0 },
  { kind: "falseNegatives", right: 1, down: 0 },
  { kind: "falsePositives", right: 0, down: 1 },
  { kind: "trueNegatives", right: 1, down: 1 },
];

/**
 * Four squares around a middle whose areas are the shares of the group: selected left, not selected right, positive label
 * above, negative below. A square of all fills its quarter.
 */
export function layoutConfusion(counts: ConfusionCounts, { size }: { readonly size: number }): ConfusionLayout {
  const total = counts.truePositives + counts.falseNegatives + counts.falsePositives + counts.trueNegatives;
  const middle = tenth(size / 2);
  const [top, height] = [14, size + 28];
  if (!(total > 0)) return { size, height, top, middle, squares: [] };
  const gap = 1.5;
  const squares = sides.map(({ kind, right, down }): ConfusionSquare => {
    const share = counts[kind] / total;
    const side = tenth(Math.sqrt(share) * (middle - gap));
    return {
      kind,
      side,
      x: tenth(right === 1 ? middle + gap : middle - gap - side),
      y: tenth(top + (down === 1 ? middle + gap : middle - gap - side)),
      text: formatNumber(share * 100, share < 0.1 ? 1 : 0),
      textX: right === 1 ? size - 1 : 1,
      textY: down === 1 ? height - 2 : 10,
      anchor: right === 1 ? "end" : "start",
    };
  });
  return { size, height, top, middle, squares };
}

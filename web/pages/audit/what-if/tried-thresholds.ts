import { OUTCOMES } from "../../../../src/engine/fairness/rate/outcome-table.ts";
import { outcomesAt, type ThresholdTable } from "../../../../src/engine/fairness/threshold/threshold-table.ts";

/** Thresholds that are tried: the same for all, or each group its own. One a group either way; Infinity selects nobody. */
export interface Tried {
  readonly scope: "common" | "per-group";
  readonly values: readonly number[];
}

/** Thresholds as the address bar has them; null where it has none for so many groups. */
export function readTried(text: string | undefined, groups: number): Tried | null {
  if (text === undefined) return null;
  const values = text.split(",").map(readThreshold);
  if (!values.every((value) => value !== null)) return null;
  if (values.length === 1) return { scope: "common", values: Array.from({ length: groups }, () => values[0]!) };
  return values.length === groups ? { scope: "per-group", values } : null;
}

/** One threshold as it is typed: a number from 0 to 1, or "none" for one that nobody reaches. */
export function readThreshold(text: string): number | null {
  const typed = text.trim().replace(",", ".");
  if (/^none$/i.test(typed)) return Number.POSITIVE_INFINITY;
  if (!/^(\d+\.?\d*|\.\d+)$/.test(typed)) return null;
  const value = Number(typed);
  return value <= 1 ? value : null;
}

export function writeTried({ scope, values }: Tried): string {
  return (scope === "common" ? values.slice(0, 1) : values).map(writeThreshold).join(",");
}

/** To the last digit: a threshold that is a score itself would not select that score if it were rounded up. */
function writeThreshold(value: number): string {
  if (value === Number.POSITIVE_INFINITY) return "none";
  const text = String(value);
  return text.includes("e") ? value.toFixed(24).replace(/0+$/, "") : text;
}

/** The threshold after a key: a hundredth with an arrow, a thousandth with Shift, a tenth with Page Up and Page Down. */
export function thresholdAfterKey(value: number, key: string, shift: boolean): number | null {
  if (key === "Home") return 0;
  if (key === "End") return 1;
  const steps: Readonly<Record<string, number>> = {
    ArrowRight: shift ? 0.001 : 0.01,
    ArrowUp: shift ? 0.001 : 0.01,
    ArrowLeft: shift ? -0.001 : -0.01,
    ArrowDown: shift ? -0.001 : -0.01,
    PageUp: 0.1,
    PageDown: -0.1,
  };
  const step = steps[key];
  return step === undefined ? null : within(Math.min(1, value) + step);
}

/** Kept on [0, 1], without the dust of adding decimals. */
export function within(value: number): number {
  return Math.min(1, Math.max(0, Number(value.toFixed(6))));
}

/** The one threshold for all that selects as much weight as was selected, or the nearest to it. */
export function thresholdSelecting(table: ThresholdTable, weight: number): number {
  const edges = [...new Set(table.sweeps.flatMap(({ edge }) => [...edge]))].sort((a, b) => a - b);
  const selectedAt = (threshold: number) => {
    const { weight: weights } = outcomesAt(
      table,
      table.groups.map(() => threshold),
    );
    const all = table.groups.length * OUTCOMES;
    return weights[all]! + weights[all + 3]! + weights[all + 6]!;
  };
  let [low, high] = [0, edges.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (selectedAt(edges[middle]!) <= weight) high = middle;
    else low = middle + 1;
  }
  const near = [edges[low - 1], edges[low]].filter((edge) => edge !== undefined);
  const apart = (edge: number) => Math.abs(selectedAt(edge) - weight);
  return near.reduce((best, edge) => (apart(edge) < apart(best) ? edge : best), near[0] ?? 0.5);
}

import { OUTCOMES, type OutcomeTable } from "../rate/outcome-table.ts";

/** Over rows, or over groups with every row given its group's mean benefit. */
export type EntropyUnit = "row" | "group";

/**
 * Generalised entropy index of the benefit b = 1 + decision − label: 1 for a right decision, 2 for a false positive, 0 for
 * a false negative (Speicher et al. 2018). alpha 1 is the Theil index, 2 half the squared coefficient of variation, 0 the
 * mean logarithmic deviation, which a false negative makes infinite. 0 means that all benefit alike.
 *
 * @param weight - blocks of nine outcomes, one a group, as in an {@link OutcomeTable}; the last block is not read
 * @returns NaN without labelled decisions
 * @example
 * generalizedEntropyOf(Float64Array.of(3, 1, 0, 1, 3, 0, 0, 0, 0, 3, 1, 0, 1, 3, 0, 0, 0, 0), { alpha: 2, unit: "row" }) // => 0.125
 */
export function generalizedEntropyOf(
  weight: Float64Array,
  { alpha, unit }: { alpha: number; unit: EntropyUnit },
): number {
  const groups = weight.length / OUTCOMES - 1;
  const benefits: { b: number; w: number }[] = [];
  for (let g = 0; g < groups; g++) {
    const [tp, fn, fp, tn] = [0, 1, 3, 4].map((outcome) => weight[g * OUTCOMES + outcome]!) as [
      number,
      number,
      number,
      number,
    ];
    const all = tp + fn + fp + tn;
    if (all === 0) continue;
    if (unit === "group") benefits.push({ b: (tp + tn + 2 * fp) / all, w: all });
    else benefits.push({ b: 1, w: tp + tn }, { b: 2, w: fp }, { b: 0, w: fn });
  }
  const total = benefits.reduce((sum, { w }) => sum + w, 0);
  const mean = benefits.reduce((sum, { b, w }) => sum + b * w, 0) / total;
  const average = (of: (share: number) => number) =>
    benefits.reduce((sum, { b, w }) => (w === 0 ? sum : sum + w * of(b / mean)), 0) / total;
  if (!(mean > 0)) return Number.NaN;
  if (alpha === 1) return average((x) => (x === 0 ? 0 : x * Math.log(x)));
  if (alpha === 0) return average((x) => -Math.log(x));
  return average((x) => x ** alpha - 1) / (alpha * (alpha - 1));
}

/** Theil index of a table, over rows; NaN without labelled decisions. */
export function theilGeneralizedEntropy(table: OutcomeTable): number {
  return generalizedEntropyOf(table.weight, { alpha: 1, unit: "row" });
}

import { OUTCOMES, type OutcomeTable } from "../rate/outcome-table.ts";

/** Over rows, or over groups with every row given its group's mean benefit. */
export type EntropyUnit = "row" | "group";

/**
 * Generalised entropy index of the benefit b = 1 + decision − label: 1 for a right decision, 2 for a false positive, 0 for
 * a false negative (Speicher et al. 2018). alpha 1 is the Theil index, 2 half the squared coefficient of variation, 0 the
 * mean logarithmic deviation, which a false negative makes infinite. 0 means that all benefit alike.
 *
 * @param weight - blocks of nine outcomes, one a group, as in an {@link OutcomeTable}; the last one is all groups together
 * @returns NaN without labelled decisions
 * @example
 * generalizedEntropyOf(Float64Array.of(3, 1, 0, 1, 3, 0, 0, 0, 0, 3, 1, 0, 1, 3, 0, 0, 0, 0), { alpha: 2, unit: "row" }) // => 0.125
 */
export function generalizedEntropyOf(
  weight: Float64Array,
  { alpha, unit }: { alpha: number; unit: EntropyUnit },
): number {
  const last = weight.length / OUTCOMES - 1;
  const [tp, fn, fp, tn] = [0, 1, 3, 4].map((outcome) => weight[last * OUTCOMES + outcome]!) as [
    number,
    number,
    number,
    number,
  ];
  const total = tp + fn + fp + tn;
  const mean = (tp + tn + 2 * fp) / total;
  if (!(mean > 0)) return Number.NaN;
  let sum = 0;
  if (unit === "row") {
    sum = part(1 / mean, tp + tn, alpha) + part(2 / mean, fp, alpha) + part(0, fn, alpha);
  } else {
    for (let at = 0; at < last * OUTCOMES; at += OUTCOMES) {
      const right = weight[at]! + weight[at + 4]!;
      const all = right + weight[at + 1]! + weight[at + 3]!;
      if (all > 0) sum += part((right + 2 * weight[at + 3]!) / all / mean, all, alpha);
    }
  }
  return sum / total;
}

/**
 * What rows with a benefit of `share` × the mean add. As Σ rows · (share − 1) is 0, a multiple of it is taken away from each
 * part, so that nearly equal groups do not cancel.
 */
function part(share: number, rows: number, alpha: number): number {
  if (rows === 0) return 0;
  const away = share - 1;
  if (alpha === 1) return rows * ((share === 0 ? 0 : share * Math.log1p(away)) - away);
  if (alpha === 0) return rows * (away - Math.log(share));
  return (rows * (share ** alpha - 1 - alpha * away)) / (alpha * (alpha - 1));
}

/** Theil index of a table, over rows; NaN without labelled decisions. */
export function theilGeneralizedEntropy(table: OutcomeTable): number {
  return generalizedEntropyOf(table.weight, { alpha: 1, unit: "row" });
}

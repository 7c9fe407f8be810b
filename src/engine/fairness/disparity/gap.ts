/** What groups are compared with. */
export type Comparison = "between-groups" | "to-overall" | "to-reference";
export type GapKind = "difference" | "ratio";

/** A gap, and the positions of the two that it lies between; `against` is null for all groups together. */
export interface Gap {
  readonly estimate: number;
  readonly of: number;
  readonly against: number | null;
}

export interface GapQuestion {
  readonly kind: GapKind;
  readonly comparison: Comparison;
  /** Value of all groups together, where it is compared with. */
  readonly overall?: number;
  /** Position of the reference group, where it is compared with. */
  readonly reference?: number;
}

/**
 * The gap that a metric leaves between groups. Groups without a value (NaN) do not count; who asks lists them.
 *
 * Between groups: largest − smallest, or smallest ÷ largest. To overall: the largest |value − overall|, or the smallest of
 * value ÷ overall and its inverse. To the reference group: value − reference, or value ÷ reference, of the group where
 * that is furthest from 0 or from 1, with its sign and direction.
 *
 * @returns null with fewer than two values to compare, or a ratio to zero
 * @example
 * gapOf([0.2, 0.5, NaN], { kind: "ratio", comparison: "between-groups" }) // => { estimate: 0.4, of: 0, against: 1 }
 */
export function gapOf(values: ArrayLike<number>, question: GapQuestion): Gap | null {
  if (question.comparison === "between-groups") return betweenGroups(values, question.kind);
  const { kind, comparison } = question;
  const against = comparison === "to-overall" ? null : (question.reference ?? -1);
  const base = against === null ? (question.overall ?? Number.NaN) : (values[against] ?? Number.NaN);
  if (Number.isNaN(base) || (kind === "ratio" && base === 0)) return null;
  let widest: Gap | null = null;
  let widestBy = -1;
  for (let of = 0; of < values.length; of++) {
    const value = values[of]!;
    if (Number.isNaN(value) || of === against) continue;
    const estimate = kind === "difference" ? value - base : value / base;
    const by = kind === "difference" ? Math.abs(estimate) : 1 - folded(estimate);
    if (by <= widestBy) continue;
    widestBy = by;
    widest = { estimate, of, against };
  }
  if (widest === null || comparison === "to-reference") return widest;
  return { ...widest, estimate: kind === "difference" ? widestBy : folded(widest.estimate) };
}

/** The gap's estimate alone, NaN where there is none: what a resampling recomputes. */
export function gapEstimate(values: ArrayLike<number>, question: GapQuestion): number {
  return gapOf(values, question)?.estimate ?? Number.NaN;
}

function betweenGroups(values: ArrayLike<number>, kind: GapKind): Gap | null {
  let [low, high, defined] = [-1, -1, 0];
  for (let g = 0; g < values.length; g++) {
    const value = values[g]!;
    if (Number.isNaN(value)) continue;
    defined++;
    if (low < 0 || value < values[low]!) low = g;
    if (high < 0 || value > values[high]!) high = g;
  }
  if (defined < 2) return null;
  if (low === high) high = nextDefined(values, low);
  const [smallest, largest] = [values[low]!, values[high]!];
  if (kind === "difference") return { estimate: largest - smallest, of: high, against: low };
  return largest === 0 ? null : { estimate: smallest / largest, of: low, against: high };
}

function nextDefined(values: ArrayLike<number>, from: number): number {
  let g = from + 1;
  while (Number.isNaN(values[g]!)) g++;
  return g;
}

/** A ratio turned so that it is at most 1. */
function folded(ratio: number): number {
  return ratio > 1 ? 1 / ratio : ratio;
}

import type { Judgement } from "./judgement.ts";

/** Pairwise judgements as a matrix: entry [i][j] says how many times item i outweighs item j; null where nobody said. */
export interface ComparisonMatrix {
  readonly items: readonly string[];
  /** Reciprocal, with ones on the diagonal. */
  readonly ratios: readonly (readonly (number | null)[])[];
}

/** How far two ratios of one pair may be apart and still count as the same judgement, written twice. */
const sameRatio = 1e-9;

/**
 * The reciprocal matrix of pairwise judgements. It may be incomplete, but must connect all items: weights of two items
 * that no chain of judgements links cannot be compared. One person's share of a group's judgements may have any gaps.
 *
 * @throws RangeError when an item is named twice or is none of `items`, is judged against itself, a ratio is not positive
 *   and finite, a pair is judged twice and differently, or the judgements leave items unconnected
 * @example
 * comparisonMatrix(["a", "b"], [{ left: "a", right: "b", ratio: 4 }]).ratios // => [[1, 4], [0.25, 1]]
 */
export function comparisonMatrix(
  items: readonly string[],
  judgements: readonly Judgement[],
  gaps: "connected" | "any" = "connected",
): ComparisonMatrix {
  if (items.length === 0) throw new RangeError("no items; name at least one");
  const indexOf = new Map<string, number>();
  for (const [i, item] of items.entries()) {
    if (indexOf.has(item)) throw new RangeError(`item ${item} twice; name every item once`);
    indexOf.set(item, i);
  }
  const ratios: (number | null)[][] = items.map((_, i) => items.map((_, j) => (i === j ? 1 : null)));
  const place = (item: string) => {
    const i = indexOf.get(item);
    if (i === undefined) throw new RangeError(`item ${item} not among the items; add it, or correct the judgement`);
    return i;
  };
  for (const { left, right, ratio } of judgements) {
    const [i, j] = [place(left), place(right)];
    if (!(ratio > 0 && Number.isFinite(ratio) && Number.isFinite(1 / ratio)))
      throw new RangeError(`ratio of ${left} to ${right} not positive: ${ratio}; give one from 1/9 to 9`);
    if (i === j) throw new RangeError(`${left} judged against itself; compare two items`);
    const known = ratios[i]![j]!;
    if (known !== null && Math.abs(Math.log(known / ratio)) > sameRatio)
      throw new RangeError(`${left} judged against ${right} twice, as ${known} and as ${ratio}; keep one judgement`);
    ratios[i]![j] = ratio;
    ratios[j]![i] = 1 / ratio;
  }
  const matrix = { items, ratios };
  return gaps === "connected" ? connected(matrix) : matrix;
}

/** The matrix, if its judgements link all items. @throws RangeError naming what is not linked */
export function connected(matrix: ComparisonMatrix): ComparisonMatrix {
  const { items, ratios } = matrix;
  const reached = new Set([0]);
  for (const i of reached) for (const [j, ratio] of ratios[i]!.entries()) if (ratio !== null) reached.add(j);
  if (reached.size === items.length) return matrix;
  const apart = items.filter((_, i) => !reached.has(i));
  const shown = apart.length > 3 ? `${apart.slice(0, 3).join(", ")} and ${apart.length - 3} more` : apart.join(", ");
  throw new RangeError(`no chain of judgements from ${items[0]} to ${shown}; compare one of them with the others`);
}

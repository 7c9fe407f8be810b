import { type ComparisonMatrix, connected } from "./comparison-matrix.ts";

/**
 * One matrix for a group (aggregation of individual judgements): each entry the geometric mean of those who gave it,
 * weighted; the only mean that keeps a matrix reciprocal (Aczél and Saaty 1983). Null where nobody did; together they
 * must link all items.
 *
 * @param matrices - of the same items in the same order, at least one
 * @param shares - what each person counts, positive; alike unless given
 * @example
 * const one = (ratio) => comparisonMatrix(["a", "b"], [{ left: "a", right: "b", ratio }]);
 * groupJudgements([one(2), one(8)]).ratios[0]?.[1] // => 4
 */
export function groupJudgements(
  matrices: readonly ComparisonMatrix[],
  shares: readonly number[] = matrices.map(() => 1),
): ComparisonMatrix {
  const [first] = matrices;
  if (first === undefined) throw new RangeError("no judgements of a group; give those of at least one person");
  if (matrices.some(({ items }) => items.join("\n") !== first.items.join("\n")))
    throw new RangeError("items differ between the people of a group; let all judge the same items");
  const stray = shares.find((share) => !(share > 0 && Number.isFinite(share)));
  if (stray !== undefined) throw new RangeError(`share of a person not positive: ${stray}; give one such as 1`);
  const ratios = first.items.map((_, i) =>
    first.items.map((_, j) => {
      if (i === j) return 1;
      let [sum, total] = [0, 0];
      for (const [k, matrix] of matrices.entries()) {
        const ratio = matrix.ratios[i]![j]!;
        if (ratio === null) continue;
        sum += shares[k]! * Math.log(ratio);
        total += shares[k]!;
      }
      return total === 0 ? null : Math.exp(sum / total);
    }),
  );
  return connected({ items: first.items, ratios });
}

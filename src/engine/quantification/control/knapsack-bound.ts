/**
 * The most that a budget could bring if parts of controls were for sale: candidates by what each brings alone for its
 * cost, the last one bought in part. Where what several bring together is at most the sum of what each brings alone, no
 * set of whole controls brings more (Dantzig 1957).
 *
 * @example
 * knapsackBound([{ cost: 10, reduction: 50 }, { cost: 10, reduction: 20 }], 15) // => 60
 */
export function knapsackBound(
  candidates: readonly { readonly cost: number; readonly reduction: number }[],
  budget: number,
): number {
  const byWorth = candidates
    .filter(({ reduction }) => reduction > 0)
    .sort((a, b) => b.reduction * a.cost - a.reduction * b.cost);
  let left = budget;
  let sum = 0;
  for (const { cost, reduction } of byWorth) {
    if (cost <= left) {
      sum += reduction;
      left -= cost;
    } else return sum + (reduction * left) / cost;
  }
  return sum;
}

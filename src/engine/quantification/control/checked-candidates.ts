import { checkCost } from "./control-benefits.ts";

/** A control that may be funded. */
export interface Candidate {
  readonly id: string;
  readonly annualCost: number | null;
}

/**
 * The candidates with their costs; one without a cost, one given twice and one that is always on are refused by name.
 *
 * @example
 * checkedCandidates([{ id: "review", annualCost: 40000 }], new Set()) // => [{ id: "review", annualCost: 40000 }]
 */
export function checkedCandidates(
  candidates: readonly Candidate[],
  alwaysOn: ReadonlySet<string>,
): { readonly id: string; readonly annualCost: number }[] {
  const seen = new Set<string>();
  return candidates.map(({ id, annualCost }) => {
    checkCost(id, annualCost);
    if (annualCost === null) throw new RangeError(`control ${id} has no annual cost; give it one, or leave it out`);
    if (seen.has(id)) throw new RangeError(`control ${id} given twice; give it once`);
    if (alwaysOn.has(id)) throw new RangeError(`control ${id} is on in any case; leave it out of the candidates`);
    seen.add(id);
    return { id, annualCost };
  });
}

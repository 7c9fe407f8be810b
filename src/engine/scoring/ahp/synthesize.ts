import type { ComparisonMatrix } from "./comparison-matrix.ts";
import { type Priorities, type PrioritySettings, prioritiesOf } from "./priorities.ts";

/** A criterion: what lies under it is compared with respect to it, either further criteria or the items themselves. */
export interface Criterion {
  readonly id: string;
  /** Of the children, or of the items where there are none. */
  readonly comparisons: ComparisonMatrix;
  readonly children: readonly Criterion[];
}

interface CriterionWeight {
  readonly id: string;
  /** Ids of the criteria above it, the goal first. */
  readonly under: readonly string[];
  /** Among its siblings. */
  readonly localWeight: number;
  /** Of the goal: the product down to here. */
  readonly globalWeight: number;
  readonly priorities: Priorities;
}

export interface Synthesis {
  /** Summing to 1, in the order of the items. */
  readonly weights: readonly { readonly id: string; readonly weight: number }[];
  /** The goal first, then depth first. */
  readonly criteria: readonly CriterionWeight[];
  /** What the other way of adding up says; the same order unless ranks depend on it. */
  readonly rankReversal: {
    readonly distributive: readonly string[];
    readonly ideal: readonly string[];
    readonly orders: "agree" | "differ";
  };
}

/**
 * Weights of items under a tree of criteria: their weights under each lowest criterion, added up by what that criterion
 * weighs.
 *
 * Distributive: weights under a criterion sum to 1. Ideal: the best item under a criterion has 1. Where the two order the
 * items differently, the order depends on which items are compared at all (rank reversal), and that is said.
 *
 * @throws RangeError when a criterion's comparisons are not of its children, or lowest criteria compare different items
 * @example
 * const matrix = comparisonMatrix(["a", "b"], [{ left: "a", right: "b", ratio: 4 }]);
 * synthesize({ id: "goal", comparisons: matrix, children: [] }, "distributive").weights[0] // => { id: "a", weight: 0.8 }
 */
export function synthesize(
  goal: Criterion,
  mode: "distributive" | "ideal",
  settings: PrioritySettings = {},
): Synthesis {
  const criteria: CriterionWeight[] = [];
  const lowest: { readonly weight: number; readonly weights: readonly number[] }[] = [];
  let items: readonly string[] | null = null;
  const visit = (criterion: Criterion, under: readonly string[], localWeight: number, above: number) => {
    const { id, comparisons, children } = criterion;
    const found = prioritiesOf(comparisons, settings);
    const globalWeight = above * localWeight;
    criteria.push({ id, under, localWeight, globalWeight, priorities: found });
    if (children.length === 0) {
      items ??= comparisons.items;
      if (items.join("\n") !== comparisons.items.join("\n"))
        throw new RangeError(`items compared under ${id} differ from the others'; compare the same items in one order`);
      lowest.push({ weight: globalWeight, weights: found.weights.map(({ weight }) => weight) });
      return;
    }
    for (const [k, child] of children.entries()) {
      if (comparisons.items[k] !== child.id)
        throw new RangeError(`criterion ${child.id} not compared under ${id}; compare all criteria that stand there`);
      visit(child, [...under, id], found.weights[k]!.weight, globalWeight);
    }
  };
  visit(goal, [], 1, 1);
  const named: readonly string[] = items ?? [];
  const distributive = addUp(lowest, "distributive");
  const ideal = addUp(lowest, "ideal");
  const chosen = mode === "ideal" ? ideal : distributive;
  const [one, other] = [orderOf(named, distributive), orderOf(named, ideal)];
  return {
    weights: named.map((id, i) => ({ id, weight: chosen[i]! })),
    criteria,
    rankReversal: {
      distributive: one,
      ideal: other,
      orders: one.join("\n") === other.join("\n") ? "agree" : "differ",
    },
  };
}

function addUp(
  lowest: readonly { readonly weight: number; readonly weights: readonly number[] }[],
  mode: "distributive" | "ideal",
): number[] {
  const sums = (lowest[0]?.weights ?? []).map((_, i) =>
    lowest.reduce(
      (sum, { weight, weights }) => sum + weight * (weights[i]! / (mode === "ideal" ? Math.max(...weights) : 1)),
      0,
    ),
  );
  const total = sums.reduce((sum, value) => sum + value, 0);
  return sums.map((value) => value / total);
}

/** Differences that rounding alone makes are no order. */
const decided = 1e-12;

function orderOf(items: readonly string[], weights: readonly number[]): string[] {
  return items
    .map((id, i) => ({ id, i }))
    .sort((a, b) => (Math.abs(weights[b.i]! - weights[a.i]!) <= decided ? a.i - b.i : weights[b.i]! - weights[a.i]!))
    .map(({ id }) => id);
}

import { OUTCOMES } from "../rate/outcome-table.ts";
import { rateOf } from "../rate/rate.ts";
import { sweepOutcomes, type ThresholdSweep } from "./threshold-sweep.ts";

/** What thresholds are to achieve. */
export type ThresholdAim =
  | "least-cost"
  | "one-threshold"
  | "demographic-parity"
  | "equal-opportunity"
  | "equalized-odds";

export interface ThresholdChoice {
  /** One a group, in the order of the sweeps; Infinity selects nobody. */
  readonly thresholds: readonly number[];
  /** Cost of a false positive and of a false negative, times their weight. */
  readonly cost: number;
  /** Gap that is left in what the aim equalises; null where it equalises nothing, or no group has the rate. */
  readonly gap: number | null;
}

/**
 * Thresholds of least cost that serve an aim: free for each group, one for all, or one for each group such that selection
 * rates, true positive rates, or true and false positive rates differ by no more than `tolerance`. Where no thresholds do,
 * those with the smallest gap.
 *
 * Thresholds alone, without chance: equalized odds in particular can then often only be approached. Each level of a group's
 * rate is tried as the level for all, the others taking their nearest.
 *
 * @param sweeps - one a group
 * @example
 * const half = thresholdSweep({ edge: [0.2, 0.7], score: [0.2, 0.7], positive: [1, 4], negative: [5, 2], n: [5, 7], weightSquares: [5, 7] });
 * thresholdChoice([half, half], "least-cost").thresholds // => [0.7, 0.7]
 */
export function thresholdChoice(
  sweeps: readonly ThresholdSweep[],
  aim: ThresholdAim,
  {
    falsePositiveCost = 1,
    falseNegativeCost = 1,
    tolerance = 0.01,
  }: { falsePositiveCost?: number; falseNegativeCost?: number; tolerance?: number } = {},
): ThresholdChoice {
  const costAt = (sweep: ThresholdSweep, k: number) =>
    falsePositiveCost * sweep.falsePositive[k]! + falseNegativeCost * (sweep.truePositive[0]! - sweep.truePositive[k]!);
  const chosen = (positions: readonly number[]): ThresholdChoice => {
    const thresholds = sweeps.map(({ edge }, g) => edge[positions[g]!] ?? Infinity);
    const cost = sweeps.reduce((sum, sweep, g) => sum + costAt(sweep, positions[g]!), 0);
    return { thresholds, cost, gap: gapOfAim(sweeps, thresholds, aim) };
  };
  if (aim === "least-cost") {
    return chosen(sweeps.map((sweep) => cheapest(sweep.edge.length + 1, (k) => costAt(sweep, k))));
  }
  if (aim === "one-threshold") {
    // Walks up all sweeps at once, so that each edge costs one step a group.
    const edges = [...new Set(sweeps.flatMap(({ edge }) => [...edge])), Infinity].sort((a, b) => a - b);
    const at = sweeps.map(() => 0);
    let [threshold, positions, least] = [Infinity, at, Infinity];
    for (const edge of edges) {
      for (const [g, sweep] of sweeps.entries())
        while (at[g]! < sweep.edge.length && sweep.edge[at[g]!]! < edge) at[g]!++;
      const cost = sweeps.reduce((sum, sweep, g) => sum + costAt(sweep, at[g]!), 0);
      if (cost < least) [threshold, positions, least] = [edge, [...at], cost];
    }
    return { ...chosen(positions), thresholds: sweeps.map(() => threshold) };
  }
  return equalising(sweeps, aim, tolerance, chosen);
}

function cheapest(positions: number, cost: (k: number) => number): number {
  let best = 0;
  for (let k = 1; k < positions; k++) if (cost(k) < cost(best)) best = k;
  return best;
}

/** The rate that is brought to one level; of equalized odds the false positive rate follows as it may. */
function levelOf({ truePositive, falsePositive }: ThresholdSweep, k: number, aim: ThresholdAim): number {
  if (aim !== "demographic-parity") return truePositive[k]! / truePositive[0]!;
  return (truePositive[k]! + falsePositive[k]!) / (truePositive[0]! + falsePositive[0]!);
}

function equalising(
  sweeps: readonly ThresholdSweep[],
  aim: ThresholdAim,
  tolerance: number,
  chosen: (positions: readonly number[]) => ThresholdChoice,
): ThresholdChoice {
  const levels = sweeps.map((sweep) =>
    Float64Array.from({ length: sweep.edge.length + 1 }, (_, k) => levelOf(sweep, k, aim)),
  );
  const asked = levels.filter((column) => !Number.isNaN(column[0]!));
  let best: ThresholdChoice | null = null;
  for (const target of new Set(asked.flatMap((column) => [...column]))) {
    const choice = chosen(levels.map((column) => nearest(column, target)));
    const gap = choice.gap ?? 0;
    const bestGap = best?.gap ?? 0;
    const better =
      best === null ||
      (gap <= tolerance && bestGap <= tolerance
        ? choice.cost < best.cost
        : Math.max(gap, tolerance) < Math.max(bestGap, tolerance));
    if (better) best = choice;
  }
  return best ?? chosen(sweeps.map(() => 0));
}

/** Position in a descending column whose value is nearest; 0 where the column has none. */
function nearest(column: Float64Array, target: number): number {
  if (Number.isNaN(column[0]!)) return 0;
  let [low, high] = [0, column.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (column[middle]! <= target) high = middle;
    else low = middle + 1;
  }
  return low > 0 && column[low - 1]! - target < target - column[low]! ? low - 1 : low;
}

function gapOfAim(sweeps: readonly ThresholdSweep[], thresholds: readonly number[], aim: ThresholdAim): number | null {
  if (aim === "least-cost" || aim === "one-threshold") return null;
  const weight = sweepOutcomes(sweeps, thresholds);
  const gap = (rate: "selectionRate" | "truePositiveRate" | "falsePositiveRate") => {
    const rates = sweeps.map((_, g) => rateOf(weight, g * OUTCOMES, rate)).filter((value) => !Number.isNaN(value));
    return rates.length < 2 ? null : Math.max(...rates) - Math.min(...rates);
  };
  if (aim === "demographic-parity") return gap("selectionRate");
  const positives = gap("truePositiveRate");
  const negatives = aim === "equalized-odds" ? gap("falsePositiveRate") : null;
  return positives === null ? negatives : Math.max(positives, negatives ?? 0);
}

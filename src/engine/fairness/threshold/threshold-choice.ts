import type { ThresholdSweep } from "./threshold-sweep.ts";

/** What thresholds are to achieve, beside a low cost. */
export const THRESHOLD_AIMS = ["least-cost", "demographic-parity", "equal-opportunity", "equalized-odds"] as const;
export type ThresholdAim = (typeof THRESHOLD_AIMS)[number];

export interface ThresholdChoice {
  /** One a group, in the order of the sweeps; Infinity selects nobody. */
  readonly thresholds: readonly number[];
  /** Cost of a false positive and of a false negative, times their weight. */
  readonly cost: number;
  /** Gap that is left in what the aim equalises; null where it equalises nothing, or fewer than two groups have the rate. */
  readonly gap: number | null;
}

export interface ThresholdChoiceSettings {
  /** One threshold for all, or one for each group. */
  readonly scope?: "per-group" | "common";
  readonly falsePositiveCost?: number;
  readonly falseNegativeCost?: number;
  /** Gap that is taken for parity. */
  readonly tolerance?: number;
}

/** More levels than this are not tried; then as many of them, evenly. */
const MOST_LEVELS = 2000;

type Cost = (sweep: ThresholdSweep, k: number) => number;

/**
 * Thresholds of least cost that serve an aim: such that selection rates, true positive rates, or true and false positive
 * rates differ by no more than `tolerance`. Where no thresholds do, those with the smallest gap.
 *
 * Thresholds alone, without chance: equalized odds in particular can then often only be approached. For each group: each
 * level of a group's rate is tried as the level for all, the others taking their nearest, or the cheapest that is near
 * enough. A group without the rate takes its own cheapest threshold.
 *
 * @param sweeps - one a group
 * @example
 * const half = { edge: Float64Array.of(0.2, 0.7), truePositive: Float64Array.of(5, 4, 0), falsePositive: Float64Array.of(7, 2, 0), selected: Float64Array.of(12, 6, 0) };
 * thresholdChoice([half, half], "least-cost").thresholds // => [0.7, 0.7]
 */
export function thresholdChoice(
  sweeps: readonly ThresholdSweep[],
  aim: ThresholdAim,
  { scope = "per-group", falsePositiveCost = 1, falseNegativeCost = 1, tolerance = 0.01 }: ThresholdChoiceSettings = {},
): ThresholdChoice {
  const cost: Cost = (sweep, k) =>
    falsePositiveCost * sweep.falsePositive[k]! + falseNegativeCost * (sweep.truePositive[0]! - sweep.truePositive[k]!);
  if (scope === "common") return commonChoice(sweeps, aim, cost, tolerance);
  const positions = aim === "least-cost" ? sweeps.map((sweep) => cheapest(sweep, cost)) : null;
  const best = positions ?? equalised(sweeps, aim, cost, tolerance);
  return {
    thresholds: sweeps.map(({ edge }, g) => edge[best[g]!] ?? Infinity),
    cost: costOf(sweeps, best, cost),
    gap: gapOf(sweeps, best, aim),
  };
}

function cheapest(sweep: ThresholdSweep, cost: Cost): number {
  let [best, least] = [0, cost(sweep, 0)];
  for (let k = 1; k <= sweep.edge.length; k++) {
    const now = cost(sweep, k);
    if (now < least) [best, least] = [k, now];
  }
  return best;
}

function costOf(sweeps: readonly ThresholdSweep[], positions: ArrayLike<number>, cost: Cost): number {
  let sum = 0;
  for (let g = 0; g < sweeps.length; g++) sum += cost(sweeps[g]!, positions[g]!);
  return sum;
}

/** Walks up all sweeps at once, so that each edge costs one step a group. */
function commonChoice(
  sweeps: readonly ThresholdSweep[],
  aim: ThresholdAim,
  cost: Cost,
  tolerance: number,
): ThresholdChoice {
  const edges = Float64Array.from(new Set(sweeps.flatMap(({ edge }) => [...edge]))).sort();
  const at = new Int32Array(sweeps.length);
  let best = { threshold: Infinity, cost: Infinity, gap: Infinity as number | null };
  for (let k = 0; k <= edges.length; k++) {
    const edge = edges[k] ?? Infinity;
    for (let g = 0; g < sweeps.length; g++) while (sweeps[g]!.edge[at[g]!]! < edge) at[g]!++;
    const now = { threshold: edge, cost: costOf(sweeps, at, cost), gap: gapOf(sweeps, at, aim) };
    if (k === 0 || isBetter(now, best, tolerance)) best = now;
  }
  return { thresholds: sweeps.map(() => best.threshold), cost: best.cost, gap: best.gap };
}

/** Within the tolerance the cheaper one, outside it the one with the smaller gap. */
function isBetter(
  a: { readonly cost: number; readonly gap: number | null },
  b: { readonly cost: number; readonly gap: number | null },
  tolerance: number,
): boolean {
  const [gapA, gapB] = [Math.max(a.gap ?? 0, tolerance), Math.max(b.gap ?? 0, tolerance)];
  return gapA === gapB ? a.cost < b.cost : gapA < gapB;
}

/** Positions of each group for which its rate is nearest to one level for all. */
function equalised(
  sweeps: readonly ThresholdSweep[],
  aim: ThresholdAim,
  cost: Cost,
  tolerance: number,
): ArrayLike<number> {
  // Of equalized odds the true positive rate is brought to one level; the false positive rate follows as it may.
  const levels = sweeps.map((sweep) => rateColumn(aim === "demographic-parity" ? sweep.selected : sweep.truePositive));
  const own = sweeps.map((sweep) => cheapest(sweep, cost));
  const targets = thinned([...new Set(levels.flatMap((column) => (column === null ? [] : [...column])))]);
  let best = { positions: Int32Array.from(own), cost: Infinity, gap: Infinity as number | null };
  const ways = [nearest, cheapestNear] as const;
  for (const target of targets) {
    for (const way of ways) {
      const positions = Int32Array.from(levels, (column, g) =>
        column === null ? own[g]! : way(column, target, (k) => cost(sweeps[g]!, k), tolerance),
      );
      const now = { positions, cost: costOf(sweeps, positions, cost), gap: gapOf(sweeps, positions, aim) };
      if (isBetter(now, best, tolerance)) best = now;
    }
  }
  return best.positions;
}

/** The cheapest position whose level is within half of the tolerance, so that any two of them are within the whole. */
function cheapestNear(
  column: Float64Array,
  target: number,
  cost: (position: number) => number,
  tolerance: number,
): number {
  let k = nearest(column, target);
  if (Math.abs(column[k]! - target) > tolerance / 2) return k;
  while (k > 0 && column[k - 1]! <= target + tolerance / 2) k--;
  let [best, least] = [k, cost(k)];
  for (k++; k < column.length && column[k]! >= target - tolerance / 2; k++) {
    const now = cost(k);
    if (now < least) [best, least] = [k, now];
  }
  return best;
}

/** Shares of the first entry; null where that is 0. */
function rateColumn(column: Float64Array): Float64Array | null {
  const all = column[0]!;
  return all > 0 ? column.map((value) => value / all) : null;
}

function thinned(targets: readonly number[]): readonly number[] {
  if (targets.length <= MOST_LEVELS) return targets;
  const sorted = targets.toSorted((a, b) => a - b);
  return Array.from(
    { length: MOST_LEVELS },
    (_, k) => sorted[Math.round((k * (sorted.length - 1)) / (MOST_LEVELS - 1))]!,
  );
}

/** Position in a descending column whose value is nearest. */
function nearest(column: Float64Array, target: number): number {
  let [low, high] = [0, column.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (column[middle]! <= target) high = middle;
    else low = middle + 1;
  }
  return low > 0 && column[low - 1]! - target < target - column[low]! ? low - 1 : low;
}

function gapOf(sweeps: readonly ThresholdSweep[], positions: ArrayLike<number>, aim: ThresholdAim): number | null {
  const spread = (pick: "selected" | "truePositive" | "falsePositive") => {
    let [low, high, told] = [Infinity, -Infinity, 0];
    for (let g = 0; g < sweeps.length; g++) {
      const column = sweeps[g]![pick];
      if (!(column[0]! > 0)) continue;
      const rate = column[positions[g]!]! / column[0]!;
      if (rate < low) low = rate;
      if (rate > high) high = rate;
      told++;
    }
    return told < 2 ? null : high - low;
  };
  if (aim === "least-cost") return null;
  if (aim === "demographic-parity") return spread("selected");
  const positives = spread("truePositive");
  const negatives = aim === "equalized-odds" ? spread("falsePositive") : null;
  return positives === null ? negatives : Math.max(positives, negatives ?? 0);
}

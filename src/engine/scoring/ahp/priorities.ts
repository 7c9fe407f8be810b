import { type ComparisonMatrix, comparisonMatrix } from "./comparison-matrix.ts";
import { geometricConsistencyIndex } from "./geometric-consistency-index.ts";
import { geometricMeanWeights } from "./geometric-mean-weights.ts";
import { incompleteRandomIndex } from "./incomplete-random-index.ts";
import type { Judgement } from "./judgement.ts";
import { principalEigenvector } from "./principal-eigenvector.ts";
import { type RandomIndex, type RandomIndexTable, randomIndex } from "./random-index.ts";
import { type WorstTriad, worstTriad } from "./worst-triad.ts";

export interface PrioritySettings {
  readonly method?: "eigenvector" | "geometric-mean";
  readonly table?: RandomIndexTable;
  /** Of the simulated random index that incomplete judgements need. */
  readonly seed?: number;
}

export interface Priorities {
  /** Positive, summing to 1, in the order of the items. */
  readonly weights: readonly { readonly id: string; readonly weight: number }[];
  readonly lambdaMax: number;
  /** (λ − n) ÷ (n − 1); 0 where the judgements agree, and for one or two items. */
  readonly consistencyIndex: number;
  /** Index ÷ that of random judgements; 0 where those cannot contradict one another. */
  readonly consistencyRatio: number;
  /** From here on a ratio is a warning: 0.05 for three items, 0.08 for four, else 0.10 (Saaty 1994). */
  readonly consistencyLimit: number;
  /** Mean square of the judgements' logarithmic departures from the weights (Crawford and Williams); null if incomplete. */
  readonly geometricConsistencyIndex: number | null;
  readonly randomIndex: RandomIndex;
  readonly worstTriad: WorstTriad | null;
  /** Pairs that nobody compared. */
  readonly missing: number;
}

/**
 * Weights of items from pairwise judgements, with how far these contradict one another (Saaty's analytic hierarchy
 * process, one level).
 *
 * @throws RangeError as {@link comparisonMatrix} does
 * @example
 * priorities(["a", "b"], [{ left: "a", right: "b", ratio: 3 }]).weights // => [{ id: "a", weight: 0.75 }, { id: "b", weight: 0.25 }]
 */
export function priorities(
  items: readonly string[],
  judgements: readonly Judgement[],
  settings: PrioritySettings = {},
): Priorities {
  return prioritiesOf(comparisonMatrix(items, judgements), settings);
}

/** The same of a matrix. */
export function prioritiesOf(
  matrix: ComparisonMatrix,
  { method = "eigenvector", table = "alonso-lamata", seed = 1 }: PrioritySettings = {},
): Priorities {
  const n = matrix.items.length;
  const missing = matrix.ratios.reduce(
    (sum, row, i) => sum + row.filter((ratio, j) => j > i && ratio === null).length,
    0,
  );
  const eigen = principalEigenvector(matrix);
  const weights = method === "eigenvector" ? eigen.weights : geometricMeanWeights(matrix);
  const consistencyIndex = n < 3 ? 0 : (eigen.lambda - n) / (n - 1);
  const random = missing === 0 ? randomIndex(n, table) : incompleteRandomIndex(matrix, seed);
  return {
    weights: matrix.items.map((id, i) => ({ id, weight: weights[i]! })),
    lambdaMax: eigen.lambda,
    consistencyIndex,
    consistencyRatio: random.value === 0 ? 0 : consistencyIndex / random.value,
    consistencyLimit: n <= 3 ? 0.05 : n === 4 ? 0.08 : 0.1,
    geometricConsistencyIndex: missing === 0 ? geometricConsistencyIndex(matrix, geometricMeanWeights(matrix)) : null,
    randomIndex: random,
    worstTriad: worstTriad(matrix, weights),
    missing,
  };
}

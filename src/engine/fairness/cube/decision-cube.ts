import type { ExactSums } from "./exact-sums.ts";

/** What a dimension tells of a decision. */
export type DimensionRole = "attribute" | "control" | "label" | "decision" | "score" | "time" | "model";

/** A code of the dictionary; null where the row has none. Scores: the score itself, or the number of its bin. */
export type DimensionValue = string | number | null;

export interface CubeDimension {
  readonly name: string;
  readonly role: DimensionRole;
  /** Sorted: null, numbers, strings by their code units; only values that occur. */
  readonly values: readonly DimensionValue[];
}

/** How the dimension of role "score" is to be read; "none" where there is no such dimension. */
export type ScoreScale =
  | { readonly kind: "none" }
  | { readonly kind: "exact" }
  | { readonly kind: "bins"; readonly count: number };

/**
 * Sums of a cell beside its count, all but the first two weighted: of w, w², w·s, w·s², w·(y − s), w·(y − s)², w·|y − s|
 * w times the logarithmic loss and w·y². y is 1 for the positive label and 0 for others, or the outcome of a regression; rows
 * without score or label add nothing.
 */
export const SUM_NAMES = [
  "weight",
  "weightSquares",
  "score",
  "scoreSquares",
  "error",
  "errorSquares",
  "absoluteError",
  "logLoss",
  "outcomeSquares",
] as const;
export type SumName = (typeof SUM_NAMES)[number];

/**
 * Decisions counted: one cell for each combination of values that occurs, with its number of rows and its sums. A
 * commutative monoid: cubes of the parts merge into the cube of the whole. Canonical: cells are sorted by their codes,
 * none is empty, so that equal data give equal cubes.
 */
export interface DecisionCube {
  readonly dimensions: readonly CubeDimension[];
  /** For each dimension a column with the position in `values`, one entry a cell. */
  readonly codes: readonly Int32Array[];
  readonly n: Float64Array;
  /**
   * Only what cannot be computed from the rest: without `weight` every row weighs 1; the score's sums are left out where
   * the score itself is a dimension beside the label.
   */
  readonly sums: { readonly [name in SumName]?: ExactSums };
  readonly scores: ScoreScale;
  /** The label that a score foretells; null in a regression. */
  readonly positiveLabel: string | null;
}

/** The group of those whose value of a protected attribute or control feature is not known. */
export const MISSING = "(missing)";

/** More distinct scores than this are counted in bins. */
export const MOST_EXACT_SCORES = 65_536;

/** Bins on [0, 1] that scores are counted in. */
export const SCORE_BINS = 1000;

/**
 * Position of a dimension by its role or name; −1 if the cube has none.
 *
 * @example
 * dimensionOfCube({ dimensions: [{ name: "sex", role: "attribute", values: [] }] }, "sex") // => 0
 */
export function dimensionOfCube(cube: Pick<DecisionCube, "dimensions">, name: string): number {
  return cube.dimensions.findIndex((dimension) => dimension.name === name);
}

/** Position of the one dimension of a role; −1 if the cube has none. */
export function roleOfCube(cube: Pick<DecisionCube, "dimensions">, role: DimensionRole): number {
  return cube.dimensions.findIndex((dimension) => dimension.role === role);
}

/** Rows that a cube has counted. */
export function rowsOfCube({ n }: Pick<DecisionCube, "n">): number {
  return n.reduce((sum, count) => sum + count, 0);
}

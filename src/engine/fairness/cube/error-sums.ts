import { addToSums, combineSums, type ExactSums, exactSums } from "./exact-sums.ts";

/**
 * Sums about errors that follow from rows and the sums of their scores, by whole numbers alone: Σ(y − s) = ny − Σs,
 * Σ(y − s)² = ny − 2yΣs + Σs² and Σ|y − s|, which is the first or its opposite because s is in [0, 1].
 *
 * @param n - rows of each cell, all of which have a score
 * @param outcomes - y of each cell: 1, 0, or null where it is not known, which adds nothing
 * @example
 * const [score, scoreSquares] = [exactSums(1), exactSums(1)];
 * addToSums(score, 0, 0.25, 4);
 * addToSums(scoreSquares, 0, 0.0625, 4);
 * const { errorSquares } = errorSums([4], [1], { score, scoreSquares });
 * sumsAt(errorSquares, 0) // => 2.25
 */
export function errorSums(
  n: ArrayLike<number>,
  outcomes: readonly (0 | 1 | null)[],
  { score, scoreSquares }: { readonly score: ExactSums; readonly scoreSquares: ExactSums },
): { error: ExactSums; errorSquares: ExactSums; absoluteError: ExactSums } {
  const length = outcomes.length;
  const [error, errorSquares, absoluteError] = [exactSums(length), exactSums(length), exactSums(length)];
  for (const [cell, y] of outcomes.entries()) {
    if (y === null) continue;
    combineSums(errorSquares, cell, scoreSquares, cell, 1);
    if (y === 0) {
      combineSums(error, cell, score, cell, -1);
      combineSums(absoluteError, cell, score, cell, 1);
      continue;
    }
    for (const sums of [error, errorSquares, absoluteError]) {
      addToSums(sums, cell, 1, n[cell]!);
      combineSums(sums, cell, score, cell, -1);
    }
    combineSums(errorSquares, cell, score, cell, -1);
  }
  return { error, errorSquares, absoluteError };
}

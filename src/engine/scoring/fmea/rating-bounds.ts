/**
 * Rising shares from which ratings 2, 3, … 10 hold; below the first it is 1.
 *
 * `occurrence`: events per decision, 1 in a million to 1 in 10, the steps of the AIAG manual (fourth edition). `missed`: the
 * share that gets past a detector (1 − recall), 1 % to 90 %. Ours: no standard rates a detector by its recall.
 */
export const ratingBounds: { readonly [rating in "occurrence" | "missed"]: readonly number[] } = {
  occurrence: [1e-6, 1e-5, 1e-4, 5e-4, 2e-3, 1e-2, 2e-2, 5e-2, 1e-1],
  missed: [0.01, 0.05, 0.1, 0.2, 0.3, 0.45, 0.6, 0.75, 0.9],
};

/**
 * Rating, from 1 to 10, of a share against rising bounds; a bound that is reached counts.
 *
 * @example
 * ratingOf(0.003, ratingBounds.occurrence) // => 6
 */
export function ratingOf(share: number, from: readonly number[]): number {
  return 1 + from.filter((bound) => share >= bound).length;
}

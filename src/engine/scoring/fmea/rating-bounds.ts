/**
 * From which share of opportunities on a failure's occurrence is rated 2, 3, … 10: events per decision. Below the first it
 * is 1: prevention leaves nothing to count. The steps are those of the AIAG manual (fourth edition), 1 in a million to
 * 1 in 10.
 */
export const OCCURRENCE_FROM: readonly number[] = [1e-6, 1e-5, 1e-4, 5e-4, 2e-3, 1e-2, 2e-2, 5e-2, 1e-1];

/**
 * From which missed share (1 − recall of the detector) on detection is rated 2, 3, … 10. Below the first it is 1: hardly
 * anything gets past. Ours: no standard rates a detector by its recall.
 */
export const MISSED_FROM: readonly number[] = [0.01, 0.05, 0.1, 0.2, 0.3, 0.45, 0.6, 0.75, 0.9];

/**
 * Rating, from 1 to 10, of a share against rising bounds; a bound that is reached counts.
 *
 * @example
 * ratingOf(0.003, OCCURRENCE_FROM) // => 6
 */
export function ratingOf(share: number, from: readonly number[]): number {
  return 1 + from.filter((bound) => share >= bound).length;
}

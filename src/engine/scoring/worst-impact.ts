import type { Rating } from "./risk-score.ts";

/**
 * The impact level of a rating: the level itself, or the worst of the kinds that were judged.
 *
 * Null when a rating by kind names no kind: nothing was judged, which is not the lowest level.
 *
 * @example
 * worstImpact({ rights: 5, money: 3 }) // => 5
 * @example
 * worstImpact({}) // => null
 */
export function worstImpact(impact: Rating["impact"]): number | null {
  if (typeof impact === "number") return impact;
  let worst: number | null = null;
  for (const level of Object.values(impact)) {
    if (level !== undefined && (worst === null || level > worst)) worst = level;
  }
  return worst;
}

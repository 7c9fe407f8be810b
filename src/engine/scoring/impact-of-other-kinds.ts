import type { Rating } from "./risk-score.ts";
import { worstImpact } from "./worst-impact.ts";

/**
 * The worst impact level of the kinds that are not money; null when the rating names none of them.
 *
 * A bare level is a rating of no particular kind, and so says nothing about the others.
 *
 * @example
 * impactOfOtherKinds({ rights: 4, money: 5 }) // => 4
 */
export function impactOfOtherKinds(impact: Rating["impact"]): number | null {
  if (typeof impact === "number") return null;
  const { money: _, ...others } = impact;
  return worstImpact(others);
}

import type { ScoreLine } from "./limit-line.ts";
import type { Scale } from "./scale.ts";

/** By this id a reader tells the program's own line from one that somebody drew. */
export const defaultScoreLineId = "default-residual-score";

/**
 * The line a portfolio is held to until somebody draws one: a convention of the program, which nobody approved.
 *
 * Appetite and tolerance are 48 % and 80 % of the highest score when scores are products (12 and 20 of 25), 70 % and
 * 90 % when they are sums (7 and 9 of 10), rounded up to a whole score.
 *
 * @example
 * defaultScoreLine(defaultScale) // => { id: "default-residual-score", scope: "portfolio", appetite: 12, tolerance: 20 }
 */
export function defaultScoreLine(scale: Scale): ScoreLine {
  const rows = scale.likelihood.length;
  const columns = scale.impact.length;
  const [highest, appetitePercent, tolerancePercent] =
    scale.score === "product" ? [rows * columns, 48, 80] : [rows + columns, 70, 90];
  return {
    id: defaultScoreLineId,
    scope: "portfolio",
    appetite: Math.ceil((appetitePercent * highest) / 100),
    tolerance: Math.ceil((tolerancePercent * highest) / 100),
  };
}

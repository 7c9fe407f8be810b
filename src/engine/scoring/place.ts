import type { Score } from "./risk-score.ts";
import type { Scale } from "./scale.ts";

/**
 * The score and band of a cell of the likelihood × impact map.
 *
 * The score is the product (or the sum) of the two levels, as the trade reports it; the band is the one that the
 * scale's grid gives the cell, and not a threshold on the score. A level above the scale is held at its last level,
 * one below 1 at the first.
 *
 * @example
 * place(defaultScale, { likelihood: 5, impact: 4 }) // => { likelihood: 5, impact: 4, score: 20, band: "critical" }
 */
export function place(scale: Scale, cell: { readonly likelihood: number; readonly impact: number }): Score {
  const likelihood = within(cell.likelihood, scale.likelihood.length);
  const impact = within(cell.impact, scale.impact.length);
  const score = scale.score === "product" ? likelihood * impact : likelihood + impact;
  return { likelihood, impact, score, band: scale.bands[likelihood - 1]![impact - 1]! };
}

function within(level: number, levels: number): number {
  return Math.min(Math.max(level, 1), levels);
}

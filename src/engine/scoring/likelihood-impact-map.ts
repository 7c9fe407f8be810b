import type { State } from "./risk-score.ts";
import type { Scale } from "./scale.ts";
import { type RankedRisk, worstFirst } from "./worst-first.ts";

/** One cell of the likelihood × impact map and the ids of the risks in it, worst first. */
export interface LikelihoodImpactCell {
  readonly likelihood: number;
  readonly impact: number;
  readonly band: string;
  readonly risks: readonly string[];
}

/**
 * The likelihood × impact map: every cell of the grid, lowest likelihood and lowest impact first, empty ones included.
 *
 * A risk is in the cell of its score in the state `by`; an unrated one is in none. The number of risks in a cell is an
 * inventory and says nothing about the loss: scores are never added.
 *
 * @example
 * likelihoodImpactMap(defaultScale, [], "residual").length // => 25
 */
export function likelihoodImpactMap(scale: Scale, risks: readonly RankedRisk[], by: State): LikelihoodImpactCell[] {
  const inCell = new Map<number, string[]>();
  const columns = scale.impact.length;
  for (const { risk } of risks.toSorted(worstFirst(scale, by))) {
    const score = risk[by];
    if (score === null) continue;
    const key = (score.likelihood - 1) * columns + score.impact - 1;
    const cell = inCell.get(key);
    if (cell === undefined) inCell.set(key, [risk.id]);
    else cell.push(risk.id);
  }
  return scale.bands.flatMap((row, i) =>
    row.map((band, j) => ({ likelihood: i + 1, impact: j + 1, band, risks: inCell.get(i * columns + j) ?? [] })),
  );
}

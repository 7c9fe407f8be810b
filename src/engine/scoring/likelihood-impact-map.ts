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
  const columns = scale.impact.length;
  const inCell = new Map<number, RankedRisk[]>();
  for (const ranked of risks) {
    const score = ranked.risk[by];
    if (score === null) continue;
    const key = (score.likelihood - 1) * columns + score.impact - 1;
    const cell = inCell.get(key);
    if (cell === undefined) inCell.set(key, [ranked]);
    else cell.push(ranked);
  }
  const order = worstFirst(scale, by);
  return scale.bands.flatMap((row, i) =>
    row.map((band, j) => {
      const cell = inCell.get(i * columns + j)?.sort(order) ?? [];
      return { likelihood: i + 1, impact: j + 1, band, risks: cell.map(({ risk }) => risk.id) };
    }),
  );
}

import type { CellRisk } from "./cell-risk.ts";

export interface RankingErrors {
  /** Share of all pairs of risks of which the smaller is in the higher band. */
  readonly wrong: number;
  /** Share of all pairs that are in the same band, so that the matrix does not tell them apart. */
  readonly tied: number;
}

/** Steps of the integral over one band's risks; figures are accurate to about 1e-5. */
const steps = 4000;

/**
 * How often a matrix orders two risks wrong, or not at all, for two risks drawn independently.
 *
 * ∫ F_b dF_a over each pair of bands a below b: the chance that the one in the lower band is the larger.
 *
 * @param bands - of each cell, 0 the lowest, in the order of `cells`
 * @example
 * const unit = [{ name: "all", from: 0, to: 1 }];
 * rankingErrors(cellRisks(unit, unit, "uniform"), [0]) // => { wrong: 0, tied: 1 }
 */
export function rankingErrors(cells: readonly CellRisk[], bands: readonly number[]): RankingErrors {
  const names = [...new Set(bands)].sort((a, b) => a - b);
  const weights = names.map((band) => cells.reduce((sum, { weight }, k) => sum + (bands[k] === band ? weight : 0), 0));
  const tied = weights.reduce((sum, weight) => sum + weight * weight, 0);
  const grid = gridOf(cells);
  const below = names.map((band) =>
    grid.map((risk) => cells.reduce((sum, cell, k) => sum + (bands[k] === band ? cell.weight * cell.cdf(risk) : 0), 0)),
  );
  let wrong = 0;
  for (const [a, lower] of below.entries()) {
    for (const upper of below.slice(a + 1)) {
      for (let k = 1; k < grid.length; k++)
        wrong += (lower[k]! - lower[k - 1]!) * ((upper[k]! + upper[k - 1]!) / 2) * 2;
    }
  }
  return { wrong, tied };
}

/** Evenly in the square root, so that small risks and large ones are both seen, and in the corners of all cells. */
function gridOf(cells: readonly CellRisk[]): number[] {
  const most = Math.max(...cells.map(({ high }) => high));
  const values = new Set(cells.flatMap(({ low, high }) => [low, high]));
  for (let k = 0; k <= steps; k++) values.add(most * (k / steps) ** 2);
  const least = Math.min(...cells.map(({ low }) => low).filter((low) => low > 0), most);
  for (let k = 0; k <= steps; k++) values.add(least * (most / least) ** (k / steps));
  return [...values].sort((a, b) => a - b);
}

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
  const grid = gridOf(cells);
  const below = names.map(() => new Float64Array(grid.length));
  const weights = names.map(() => 0);
  for (const [k, cell] of cells.entries()) {
    const band = names.indexOf(bands[k]!);
    weights[band]! += cell.weight;
    addCell(below[band]!, grid, cell);
  }
  /** Of all bands above the one that is looked at. */
  const above = new Float64Array(grid.length);
  let wrong = 0;
  for (const lower of below.toReversed()) {
    for (let k = 1; k < grid.length; k++) wrong += (lower[k]! - lower[k - 1]!) * (above[k]! + above[k - 1]!);
    for (let k = 0; k < grid.length; k++) above[k]! += lower[k]!;
  }
  return { wrong, tied: weights.reduce((sum, weight) => sum + weight * weight, 0) };
}

/** Adds how much of all risks lies in the cell up to each value of the grid. */
function addCell(below: Float64Array, grid: Float64Array, { weight, low, high, cdf }: CellRisk): void {
  for (let k = grid.length - 1; k >= 0; k--) {
    const risk = grid[k]!;
    if (risk < low) return;
    below[k]! += risk >= high ? weight : weight * cdf(risk);
  }
}

/** Evenly in the square root, so that small risks and large ones are both seen, and in the corners of all cells. */
function gridOf(cells: readonly CellRisk[]): Float64Array {
  const most = Math.max(...cells.map(({ high }) => high));
  const values = new Set(cells.flatMap(({ low, high }) => [low, high]));
  for (let k = 0; k <= steps; k++) values.add(most * (k / steps) ** 2);
  const least = Math.min(...cells.map(({ low }) => low).filter((low) => low > 0), most);
  for (let k = 0; k <= steps; k++) values.add(least * (most / least) ** (k / steps));
  return Float64Array.from(values).sort();
}

import type { RiskScore, State } from "./risk-score.ts";

/**
 * Rank of each risk in one state, in the order given: 1 is the worst, equal ones share a rank, the next is skipped
 * (1, 2, 2, 4), null is unrated.
 *
 * By expected annual loss where every rated risk has one, else by the typical loss a year of the cell each risk
 * stands in; money and levels are never mixed in one ranking. Figures that agree to 12 digits are equal.
 *
 * @example
 * rankRisks([], "residual") // => []
 */
export function rankRisks(risks: readonly RiskScore[], by: State): (number | null)[] {
  const rated = risks.filter((risk) => risk[by] !== null);
  const measure = rated.every((risk) => risk.expectedAnnualLoss[by] !== null)
    ? "expectedAnnualLoss"
    : "typicalAnnualLoss";
  const loss = risks.map((risk) => (risk[by] === null ? null : Number(risk[measure][by]!.toPrecision(12))));
  const falling = loss.filter((value) => value !== null).sort((a, b) => b - a);
  const rankOf = new Map<number, number>();
  for (const [index, value] of falling.entries()) {
    if (!rankOf.has(value)) rankOf.set(value, index + 1);
  }
  return loss.map((value) => (value === null ? null : rankOf.get(value)!));
}

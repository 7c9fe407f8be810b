import type { ScenarioReading } from "./scenario-reading.ts";

/**
 * Probability that a scenario falls in a cell: P(likelihood level) × P(impact level), the two being independent.
 *
 * `otherKinds` is the impact level that kinds other than money hold the risk at, null when none was rated: where it
 * is the cell's own, money of any level up to it falls in the cell. A cell that holds less than half of the
 * probability is a weak summary of its scenario.
 *
 * @example
 * cellProbability({ likelihood: [0.25, 0.75], impact: [0.5, 0.5], expectedAnnualLoss: 0 }, {
 *   cell: { likelihood: 2, impact: 2 },
 *   otherKinds: null,
 * }) // => 0.375
 */
export function cellProbability(
  reading: ScenarioReading,
  {
    cell,
    otherKinds,
  }: { readonly cell: { readonly likelihood: number; readonly impact: number }; readonly otherKinds: number | null },
): number {
  const likelihood = reading.likelihood[cell.likelihood - 1]!;
  if (otherKinds !== cell.impact) return likelihood * reading.impact[cell.impact - 1]!;
  const upToCell = reading.impact.slice(0, cell.impact).reduce((sum, probability) => sum + probability, 0);
  return likelihood * upToCell;
}

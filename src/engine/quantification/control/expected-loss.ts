import { annualMoments, eventMoments } from "../exact/annual-moments.ts";
import type { Scenario } from "../scenario.ts";
import { scenarioDistributions } from "../scenario-distributions.ts";

/**
 * The expected annual loss of one scenario by formula, common causes included, without any grid: for thousands of
 * variants.
 *
 * Throws an EstimateError for an invalid estimate.
 *
 * @example
 * expectedLoss({ id: "a", system: "s", frequency: 2, loss: { primary: 5 }, controls: [] }) // => 10
 */
export function expectedLoss(scenario: Scenario): number {
  const read = scenarioDistributions(scenario);
  const left = read.multiplierFactors.reduce((total, { mean }) => total * mean, 1);
  const event = left * eventMoments(read).mean;
  return read.strikes.reduce(
    (sum, { rate, probability }) => sum + rate.mean * probability * event,
    annualMoments(read).mean,
  );
}

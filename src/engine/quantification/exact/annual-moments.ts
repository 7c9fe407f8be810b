import type { Distribution } from "../../stats/distribution.ts";
import type { ScenarioDistributions } from "../scenario-distributions.ts";

/** E[X²]. */
const second = ({ mean, variance }: Distribution) => variance + mean * mean;

const productOf = (factors: readonly Distribution[], of: (factor: Distribution) => number) =>
  factors.reduce((total, factor) => total * of(factor), 1);

/**
 * Mean and variance of a year's loss, by formula.
 *
 * With Λ the rate, M what controls leave of a loss, p the secondary probability (drawn once a year) and Y = PL + B·SL,
 * S | Λ, M, p is compound Poisson: mean E[Λ]E[M](E PL + E p·E SL), variance by the law of total variance
 * E[Λ]E[M²]E[Y²] + Var(Λ·M·E[Y | p]).
 *
 * @example
 * annualMoments(scenarioDistributions({ id: "a", system: "s", frequency: 2, loss: { primary: 5 }, controls: [] }))
 * // => { mean: 10, variance: 50 }
 */
export function annualMoments(scenario: ScenarioDistributions): { readonly mean: number; readonly variance: number } {
  const { rateFactors, multiplierFactors, primary, secondary } = scenario;
  const rate = productOf(rateFactors, ({ mean }) => mean);
  const left = productOf(multiplierFactors, ({ mean }) => mean);
  const leftSquared = productOf(multiplierFactors, second);
  const share = secondary?.probability.mean ?? 0;
  const further = secondary?.loss.mean ?? 0;
  const lossMean = primary.mean + share * further;
  const lossSquared = second(primary) + (secondary ? share * (2 * primary.mean * further + second(secondary.loss)) : 0);
  const mean = rate * left * lossMean;
  // Var(Λ·M·m(p)) from relative variances, so that a certain factor contributes exactly none.
  const relative = [
    ...rateFactors,
    ...multiplierFactors,
    { mean: lossMean, variance: (secondary?.probability.variance ?? 0) * further ** 2 },
  ]
    .map((factor) => (factor.mean > 0 ? factor.variance / factor.mean ** 2 : 0))
    .reduce((total, square) => total + square + total * square, 0);
  return { mean, variance: rate * leftSquared * lossSquared + mean * mean * relative };
}

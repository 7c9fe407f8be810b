import type { Distribution } from "../../stats/distribution.ts";
import type { ScenarioDistributions } from "../scenario-distributions.ts";
import { countFactor } from "./rate-law.ts";

type Moments = Pick<Distribution, "mean" | "variance">;

/** (standard deviation / mean)²; 0 where the mean is. */
const relative = ({ mean, variance }: Moments) => (mean > 0 ? variance / (mean * mean) : 0);

const meanOf = (factors: readonly Moments[]) => factors.reduce((total, { mean }) => total * mean, 1);

/** Relative variance of a product of independent factors, so that a certain factor contributes exactly none. */
const relativeOf = (factors: readonly Moments[]) =>
  factors.map(relative).reduce((total, square) => total + square + total * square, 0);

/** Mean and variance of a sum of independent addends. */
const sumOf = (addends: readonly Moments[]): Moments => ({
  mean: addends.reduce((sum, { mean }) => sum + mean, 0),
  variance: addends.reduce((sum, { variance }) => sum + variance, 0),
});

/**
 * Mean and variance of the loss of one event before any multiplier: PL + B·SL with the mean secondary probability p,
 * Var = Var PL + p·Var SL + p(1 − p)(E SL)².
 *
 * @example
 * eventMoments({ primary: [atoms([1])], secondary: { probability: atoms([0.5]), loss: [atoms([2])] } })
 * // => { mean: 2, variance: 1 }
 */
export function eventMoments({ primary, secondary }: Pick<ScenarioDistributions, "primary" | "secondary">): Moments {
  const alone = sumOf(primary);
  if (!secondary) return alone;
  const further = sumOf(secondary.loss);
  const share = secondary.probability.mean;
  return {
    mean: alone.mean + share * further.mean,
    variance: alone.variance + share * further.variance + share * (1 - share) * further.mean ** 2,
  };
}

/**
 * Mean and variance of a year's loss of a scenario's own events, by formula.
 *
 * With Λ the rate, M what controls leave of a loss, p the secondary probability (drawn once a year) and Y = PL + B·SL:
 * mean E N·E M·E Y. Of Poisson counts, which a random Λ mixes (negative binomial and zero-inflated ones too), the
 * variance is E Λ·E M²·E Y² + Var(Λ·M·E[Y | p]); of at most one event E N·E M²·E Y² − (E N·E M·E Y)².
 *
 * @example
 * annualMoments(scenarioDistributions({ id: "a", system: "s", frequency: 2, loss: { primary: 5 }, controls: [] }))
 * // => { mean: 10, variance: 50 }
 */
export function annualMoments(scenario: ScenarioDistributions): Moments {
  const { rateFactors, count, multiplierFactors, secondary } = scenario;
  const factor = countFactor(count);
  const rates: readonly Moments[] = factor ? [...rateFactors, factor] : rateFactors;
  const event = eventMoments(scenario);
  const left = meanOf(multiplierFactors);
  const events = meanOf(rates);
  const mean = events * left * event.mean;
  const one = relativeOf([...multiplierFactors, event]);
  if (count.kind === "at-most-one") return { mean, variance: mean * left * event.mean * (1 - events + one) };
  const further = secondary ? sumOf(secondary.loss).mean : 0;
  const expected = { mean: event.mean, variance: (secondary?.probability.variance ?? 0) * further ** 2 };
  const varies = relativeOf([...rates, ...multiplierFactors, expected]);
  return { mean, variance: mean * left * event.mean * (1 + one) + mean * mean * varies };
}

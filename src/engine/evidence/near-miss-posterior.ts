import type { Distribution } from "../stats/distribution.ts";
import { findRoot } from "../stats/find-root.ts";
import { gamma } from "../stats/gamma.ts";
import { mixtureOf } from "../stats/mixture.ts";
import { EvidenceError } from "./evidence-error.ts";
import { type FrequencyBelief, LEAST_SHAPE } from "./frequency-belief.ts";
import { type Observation, type PooledObservations, poolObservations } from "./pool-observations.ts";

/** Near misses of so many years, and what is believed of how often such an event ends in a loss. */
export interface NearMisses {
  readonly observations: readonly Observation[];
  /** P(loss | event), as a beta: of the events that could have been a loss, the share that is one. */
  readonly lossGivenNearMiss: { readonly alpha: number; readonly beta: number };
}

/** What is believed of loss events a year after near misses. */
export interface NearMissPosterior {
  /** In full: a mixture of gammas over what P(loss | near miss) may be. */
  readonly eventsPerYear: Distribution;
  /** The gamma of the same mean and variance, to which further evidence is added. */
  readonly belief: FrequencyBelief;
  /** Mean of P(loss | near miss), before and after. */
  readonly lossGivenNearMiss: { readonly before: number; readonly after: number };
  readonly pooled: PooledObservations;
}

/**
 * What is believed of loss events a year after K near misses in T years, where p = P(loss | near miss) is itself only
 * believed: loss events come at rate λ and near misses at λ·(1 − p)/p, so that given p the belief is Gamma(shape + K,
 * rate + T·(1 − p)/p), and p is weighed by its beta times the probability of K.
 *
 * The integral over p is by the trapezoidal rule in its log-odds, where the integrand is smooth and log-concave: about
 * 1e-10. A frequency held firmly learns little from near misses; they then say that p is small. No near misses over a
 * time that was watched lower the belief; no time watched leaves it.
 *
 * Throws an EvidenceError where no time was watched for losses yet (a rate of 0): near misses alone say how often p may
 * strike, and not how often it did.
 *
 * @example
 * nearMissPosterior({ prior: "jeffreys", shape: 2, rate: 4 }, {
 *   observations: [], lossGivenNearMiss: { alpha: 1, beta: 9 },
 * }).eventsPerYear.mean // => 0.5
 */
export function nearMissPosterior(
  belief: FrequencyBelief,
  { observations, lossGivenNearMiss: { alpha, beta } }: NearMisses,
): NearMissPosterior {
  const { prior, shape, rate } = belief;
  if (!(rate > 0)) {
    throw new EvidenceError("rate", rate, "count the losses of the same time first: none in a year is an observation");
  }
  if (!(alpha >= LEAST_SHAPE && beta >= LEAST_SHAPE && alpha + beta < Infinity)) {
    const remedy = `give alpha and beta from ${LEAST_SHAPE} up`;
    throw new EvidenceError("lossGivenNearMiss", { alpha, beta }, remedy);
  }
  const pooled = poolObservations(observations, { count: shape, exposure: rate });
  const before = alpha / (alpha + beta);
  if (pooled.count === 0 && pooled.exposure === 0) {
    return { eventsPerYear: gamma({ shape, rate }), belief, lossGivenNearMiss: { before, after: before }, pooled };
  }
  const nodes = logOddsNodes({ alpha, beta, shape, rate, count: pooled.count, exposure: pooled.exposure });
  const eventsPerYear = mixtureOf(
    nodes.map(({ logOdds, weight }) => ({
      distribution: gamma({ shape: shape + pooled.count, rate: rate + pooled.exposure * Math.exp(-logOdds) }),
      weight,
    })),
  );
  const after = nodes.reduce((sum, { logOdds, weight }) => sum + weight / (1 + Math.exp(-logOdds)), 0);
  const { mean, variance } = eventsPerYear;
  const matched = Math.max(LEAST_SHAPE, (mean * mean) / variance);
  return {
    eventsPerYear,
    belief: { prior, shape: matched, rate: matched / mean },
    lossGivenNearMiss: { before, after },
    pooled,
  };
}

interface LogOddsLaw {
  readonly alpha: number;
  readonly beta: number;
  readonly shape: number;
  readonly rate: number;
  readonly count: number;
  readonly exposure: number;
}

/** How far below its peak, in logarithms, the integrand is let go. */
const DEPTH = 34;

/** Points and weights, which sum to 1, of what is believed of ln(p/(1 − p)). */
function logOddsNodes({ alpha, beta, shape, rate, count, exposure }: LogOddsLaw) {
  const height = (u: number) =>
    -alpha * Math.log1p(Math.exp(-u)) -
    beta * Math.log1p(Math.exp(u)) -
    count * u -
    (shape + count) * Math.log(rate + exposure * Math.exp(-u));
  const share = (u: number) => (exposure * Math.exp(-u)) / (rate + exposure * Math.exp(-u));
  const odds = (u: number) => 1 / (1 + Math.exp(-u));
  const fall = (u: number) => count + beta * odds(u) - alpha * (1 - odds(u)) - (shape + count) * share(u);
  const peak = findRoot(fall, { low: -600, high: 600 });
  const top = height(peak);
  const p = odds(peak);
  const curvature = (alpha + beta) * p * (1 - p) + (shape + count) * share(peak) * (1 - share(peak));
  // A step no wider than a gamma of the mixture is in the logarithm, or they would stand apart.
  const step = Math.min(0.5, 0.4 / Math.sqrt(curvature), 0.9 / Math.sqrt(shape + count));
  const nodes: { logOdds: number; weight: number }[] = [];
  let total = 0;
  for (const side of [-1, 1]) {
    for (let k = side < 0 ? 1 : 0; ; k++) {
      const logOdds = peak + side * k * step;
      const depth = top - height(logOdds);
      if (!(depth < DEPTH)) break;
      const weight = Math.exp(-depth);
      total += weight;
      nodes.push({ logOdds, weight });
    }
  }
  return nodes.map(({ logOdds, weight }) => ({ logOdds, weight: weight / total }));
}

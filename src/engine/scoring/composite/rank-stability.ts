import { drawGamma } from "../../stats/draw-gamma.ts";
import { drawUniform } from "../../stats/draw-uniform.ts";
import type { Stream } from "../../stats/stream.ts";
import { startStream, streamKey } from "../../stats/stream-key.ts";
import { rankAcceptability } from "../rank-acceptability.ts";
import { type Aggregate, compositeScore } from "./composite-score.ts";

/** A rating on one dimension and what it might as well have been, with the probability of each; they sum to 1. */
export type RatingSpread = readonly { readonly value: number; readonly probability: number }[];

export interface RankStability {
  /** One row a scenario: how often it is 1st, 2nd, …. */
  readonly ranks: readonly (readonly number[])[];
  /** One row a scenario: how often its score is above that of each other; ties count half. */
  readonly above: readonly (readonly number[])[];
  /** 90 % interval of each score. */
  readonly scores: readonly { readonly low: number; readonly high: number }[];
}

/**
 * How sure an order of composite scores is when weights and ratings may be off: weights are drawn from a Dirichlet
 * distribution around their own, ratings from what they might as well have been, all scenarios sharing each draw of weights.
 *
 * @param concentration - κ of Dirichlet(κ·w), above 0: 50 lets a weight of 0.2 vary by about 0.06; Infinity holds weights
 * @param draws - at least 1
 * @param seed - whole number in [0, 2^53)
 * @example
 * const sure = (value) => [{ value, probability: 1 }];
 * rankStability([[sure(0.9)], [sure(0.1)]], { weights: [1], how: "additive", concentration: 50, draws: 10, seed: 1 }).ranks // => [[1, 0], [0, 1]]
 */
export function rankStability(
  scenarios: readonly (readonly RatingSpread[])[],
  {
    weights,
    how,
    concentration,
    draws,
    seed,
  }: {
    readonly weights: readonly number[];
    readonly how: Aggregate;
    readonly concentration: number;
    readonly draws: number;
    readonly seed: number;
  },
): RankStability {
  const stream: Stream = new Int32Array(4);
  const key = streamKey(seed, "composite ranks");
  const drawn = scenarios.map(() => new Float64Array(draws));
  const samples = Array.from({ length: draws }, (_, draw) => {
    startStream(stream, key, draw, 0);
    const drawnWeights = drawWeights(stream, weights, concentration);
    return scenarios.map((ratings, s) => {
      // A stream of its own for each scenario: another one beside it changes nothing.
      startStream(stream, key, draw, s + 1);
      const values = ratings.map((spread) => drawFrom(stream, spread));
      const { score } = compositeScore(values, drawnWeights, how);
      drawn[s]![draw] = score;
      return score;
    });
  });
  return {
    ranks: rankAcceptability(samples),
    above: sharesAbove(drawn, draws),
    scores: drawn.map((scores) => {
      const sorted = scores.toSorted();
      return { low: sorted[Math.floor(0.05 * (draws - 1))]!, high: sorted[Math.ceil(0.95 * (draws - 1))]! };
    }),
  };
}

function drawWeights(stream: Stream, weights: readonly number[], concentration: number): readonly number[] {
  if (concentration === Number.POSITIVE_INFINITY) return weights;
  const gammas = weights.map((weight) => (weight === 0 ? 0 : drawGamma(stream, concentration * weight)));
  const sum = gammas.reduce((total, gamma) => total + gamma, 0);
  return sum > 0 ? gammas.map((gamma) => gamma / sum) : weights;
}

function drawFrom(stream: Stream, spread: RatingSpread): number {
  let left = drawUniform(stream);
  for (const { value, probability } of spread) {
    left -= probability;
    if (left <= 0) return value;
  }
  return spread.at(-1)!.value;
}

/** Each pair is counted once: what is not above is below, and what is even counts half for both. */
function sharesAbove(drawn: readonly Float64Array[], draws: number): number[][] {
  const above = drawn.map(() => new Array<number>(drawn.length).fill(0.5));
  for (const [a, first] of drawn.entries())
    for (let b = a + 1; b < drawn.length; b++) {
      const second = drawn[b]!;
      let twice = 0;
      for (let draw = 0; draw < draws; draw++)
        twice += first[draw]! > second[draw]! ? 2 : first[draw]! === second[draw]! ? 1 : 0;
      above[a]![b] = twice / 2 / draws;
      above[b]![a] = (2 * draws - twice) / 2 / draws;
    }
  return above;
}

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
  const samples = Array.from({ length: draws }, (_, draw) => {
    startStream(stream, key, draw, 0);
    const drawn = drawWeights(stream, weights, concentration);
    return scenarios.map((ratings, s) => {
      // A stream of its own for each scenario: another one beside it changes nothing.
      startStream(stream, key, draw, s + 1);
      const values = ratings.map((spread) => drawFrom(stream, spread));
      return compositeScore(values, drawn, how).score;
    });
  });
  return {
    ranks: rankAcceptability(samples),
    above: scenarios.map((_, a) => scenarios.map((__, b) => (a === b ? 0.5 : shareAbove(samples, a, b)))),
    scores: scenarios.map((_, s) => {
      const sorted = samples.map((sample) => sample[s]!).sort((x, y) => x - y);
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

function shareAbove(samples: readonly (readonly number[])[], a: number, b: number): number {
  let above = 0;
  for (const sample of samples) above += sample[a]! > sample[b]! ? 1 : sample[a]! === sample[b]! ? 0.5 : 0;
  return above / samples.length;
}

import { expect } from "vitest";
import type { Stream } from "../../src/engine/stats/stream.ts";
import { startStream, streamKey } from "../../src/engine/stats/stream-key.ts";

const REPLICATIONS = 40;
const EACH = 25_000;

/** The law that draws should follow, by formulas. */
export interface DrawLaw {
  readonly name: string;
  readonly fill: (stream: Stream, out: Float64Array) => void;
  /** Functions of a draw, each with its expectation. */
  readonly expectations: readonly { readonly of: (x: number) => number; readonly is: number }[];
  /** Distribution function, where it is continuous. */
  readonly cdf?: (x: number) => number;
}

/** Fills an array one draw at a time. */
export function eachDraw(draw: (stream: Stream) => number): DrawLaw["fill"] {
  return (stream, out) => {
    for (let i = 0; i < out.length; i++) out[i] = draw(stream);
  };
}

/** Mean and variance as expectations. */
export function momentsAre(mean: number, variance: number): DrawLaw["expectations"] {
  return [
    { of: (x) => x, is: mean },
    { of: (x) => (x - mean) ** 2, is: variance },
  ];
}

/** A tail probability as an expectation. */
export function exceeds(limit: number, probability: number): DrawLaw["expectations"][number] {
  return { of: (x) => (x > limit ? 1 : 0), is: probability };
}

/**
 * Expects each expectation to be met over 40 replications of 25,000 draws, which show a bias that one run hides, and
 * the Kolmogorov-Smirnov distance of all of them to be one that chance exceeds in 1 case of 1,000.
 */
export function expectLaw({ name, fill, expectations, cdf }: DrawLaw): void {
  const samples = Array.from({ length: REPLICATIONS }, (_, i) => {
    const stream = new Int32Array(4);
    startStream(stream, streamKey(2026, name), i, 0);
    const out = new Float64Array(EACH);
    fill(stream, out);
    return out;
  });
  for (const { of, is } of expectations) {
    expectAverage(
      samples.map((sample) => sample.reduce((sum, x) => sum + of(x), 0) / EACH),
      is,
    );
  }
  if (!cdf) return;
  const all = new Float64Array(REPLICATIONS * EACH);
  for (const [i, sample] of samples.entries()) all.set(sample, i * EACH);
  all.sort();
  let distance = 0;
  // Every hundredth point: between them the distance cannot grow by more than 1e-4.
  for (let i = 0; i < all.length; i += 100) {
    distance = Math.max(distance, Math.abs(cdf(all[i]!) - (i + 0.5) / all.length));
  }
  expect(distance).toBeLessThan(1.95 / Math.sqrt(all.length));
}

/** Expects the average of independent estimates to lie within four of its standard errors, and rounding, of the truth. */
export function expectAverage(estimates: readonly number[], truth: number): void {
  const n = estimates.length;
  const average = estimates.reduce((sum, x) => sum + x, 0) / n;
  const variance = estimates.reduce((sum, x) => sum + (x - average) ** 2, 0) / (n - 1);
  expect(Math.abs(average - truth)).toBeLessThanOrEqual(4 * Math.sqrt(variance / n) + 1e-12 * Math.abs(truth));
}

import { drawNormal } from "../../stats/draw-normal.ts";
import type { Stream } from "../../stats/stream.ts";
import { startStream, streamKey } from "../../stats/stream-key.ts";
import { rankAcceptability } from "../rank-acceptability.ts";
import type { ComparisonMatrix } from "./comparison-matrix.ts";
import { principalEigenvector } from "./principal-eigenvector.ts";

/**
 * How sure the order of the items is when every judgement may be off: each ratio times exp(spread · z), z standard normal,
 * drawn anew `draws` times. One row an item in the matrix's order: shares of rank 1, 2, ….
 *
 * A spread of 0.25 is a judgement that may be off by about a quarter.
 *
 * @param seed - whole number in [0, 2^53)
 * @example
 * const matrix = comparisonMatrix(["a", "b"], [{ left: "a", right: "b", ratio: 9 }]);
 * judgementNoise(matrix, { spread: 0.25, draws: 100, seed: 1 }) // => [[1, 0], [0, 1]]
 */
export function judgementNoise(
  { items, ratios }: ComparisonMatrix,
  { spread, draws, seed }: { readonly spread: number; readonly draws: number; readonly seed: number },
): number[][] {
  const stream: Stream = new Int32Array(4);
  const key = streamKey(seed, "judgement noise");
  const samples = Array.from({ length: draws }, (_, draw) => {
    startStream(stream, key, draw, 0);
    const noisy: (number | null)[][] = ratios.map((row) => [...row]);
    for (let i = 0; i < items.length; i++) {
      for (let j = i + 1; j < items.length; j++) {
        const ratio = ratios[i]![j]!;
        if (ratio === null) continue;
        noisy[i]![j] = ratio * Math.exp(spread * drawNormal(stream));
        noisy[j]![i] = 1 / noisy[i]![j]!;
      }
    }
    return principalEigenvector({ items, ratios: noisy }).weights;
  });
  return rankAcceptability(samples);
}

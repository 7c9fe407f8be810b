import { drawUniform } from "../../stats/draw-uniform.ts";
import type { Stream } from "../../stats/stream.ts";
import { startStream, streamKey } from "../../stats/stream-key.ts";
import type { ComparisonMatrix } from "./comparison-matrix.ts";
import { principalEigenvector } from "./principal-eigenvector.ts";
import type { RandomIndex } from "./random-index.ts";

const saatyScale = [9, 8, 7, 6, 5, 4, 3, 2, 1, 1 / 2, 1 / 3, 1 / 4, 1 / 5, 1 / 6, 1 / 7, 1 / 8, 1 / 9];

/**
 * Mean consistency index of random judgements on the same pairs as these: with fewer judgements fewer contradictions are
 * possible, so that the table of complete matrices would call everything consistent (Ágoston and Csató 2022).
 *
 * 1,000 draws up to 15 items, fewer above; the same matrix and seed give the same value. 0 where the judgements form a
 * tree.
 *
 * @param seed - whole number in [0, 2^53)
 * @example
 * incompleteRandomIndex(comparisonMatrix(["a", "b", "c"], [{ left: "a", right: "b", ratio: 2 }, { left: "b", right: "c", ratio: 3 }]), 1)
 * // => { table: "simulated", value: 0 }
 */
export function incompleteRandomIndex({ items, ratios }: ComparisonMatrix, seed: number): RandomIndex {
  const n = items.length;
  const pairs = ratios.flatMap((row, i) =>
    row.flatMap((ratio, j) => (j > i && ratio !== null ? [[i, j] as const] : [])),
  );
  if (pairs.length < n) return { table: "simulated", value: 0 };
  const draws = Math.max(30, Math.min(1000, Math.floor((1000 * 15 ** 3) / n ** 3)));
  const stream: Stream = new Int32Array(4);
  const key = streamKey(seed, "random judgements");
  let sum = 0;
  for (let draw = 0; draw < draws; draw++) {
    startStream(stream, key, draw, 0);
    const random: (number | null)[][] = items.map((_, i) => items.map((_, j) => (i === j ? 1 : null)));
    for (const [i, j] of pairs) {
      const ratio = saatyScale[Math.floor(drawUniform(stream) * saatyScale.length)]!;
      random[i]![j] = ratio;
      random[j]![i] = 1 / ratio;
    }
    sum += (principalEigenvector({ items, ratios: random }).lambda - n) / (n - 1);
  }
  return { table: "simulated", value: sum / draws };
}

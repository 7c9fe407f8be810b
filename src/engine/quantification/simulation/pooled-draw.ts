import { drawUniform } from "../../stats/draw-uniform.ts";
import type { EstimateDraw } from "./estimate-draw.ts";

/**
 * Draws of several people's distributions mixed: who is asked is drawn by weight, for all draws at once, then everyone's
 * answers in turn.
 *
 * @param weights - larger than 0, as many as there are draws
 *
 * @example
 * const out = new Float64Array(1);
 * pooledDraw([certainDraw(3)], [1]).fill(Int32Array.of(1, 2, 3, 4), out, 1);
 * out[0] // => 3
 */
export function pooledDraw(draws: readonly EstimateDraw[], weights: readonly number[]): EstimateDraw {
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  let reached = 0;
  const upTo = weights.map((weight) => {
    reached += weight / all;
    return reached;
  });
  // Rounding must not leave a draw without an expert.
  const last = draws.length - 1;
  let asked = new Uint16Array(0);
  let answers = new Float64Array(0);
  return {
    certain: null,
    fill(stream, out, count) {
      if (asked.length < count) {
        asked = new Uint16Array(count);
        answers = new Float64Array(count);
      }
      const times = new Int32Array(draws.length);
      for (let i = 0; i < count; i++) {
        const u = drawUniform(stream);
        let expert = 0;
        while (expert < last && u >= upTo[expert]!) expert++;
        asked[i] = expert;
        times[expert]!++;
      }
      for (const [expert, draw] of draws.entries()) {
        if (times[expert] === 0) continue;
        draw.fill(stream, answers, times[expert]!);
        for (let i = 0, next = 0; i < count; i++) if (asked[i] === expert) out[i] = answers[next++]!;
      }
    },
  };
}

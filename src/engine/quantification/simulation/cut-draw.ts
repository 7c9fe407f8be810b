import type { EstimateCuts } from "../estimate/estimate.ts";
import { type EstimateDraw, mappedDraw } from "./estimate-draw.ts";
import type { FormDraw } from "./form-draw.ts";

/** Below this share of draws kept, the inverse of the distribution function is cheaper than drawing again. */
const LEAST_KEPT = 0.3;

/**
 * Draws with what is cut off them, in order: conditional on the truncation, then capped, then what an insurer leaves.
 * Null where so little is kept that only the inverse of the distribution function is a way to draw.
 *
 * @example
 * cutDraw(formDraw({ min: 0, max: 1 }), { truncate: { to: 0.1 } }) // => null
 */
export function cutDraw(whole: FormDraw, { truncate, cap, insurance }: EstimateCuts): EstimateDraw | null {
  const kept = truncate ? truncatedDraw(whole, truncate) : whole.draw;
  if (kept === null || (cap === undefined && !insurance)) return kept;
  const { deductible, limit } = insurance ?? { deductible: 0, limit: 0 };
  const most = cap ?? Number.POSITIVE_INFINITY;
  return mappedDraw(kept, (x) => {
    const loss = Math.min(x, most);
    return loss - Math.min(Math.max(loss - deductible, 0), limit);
  });
}

/** Draws anew what falls outside: exact. */
function truncatedDraw(
  { draw, cdf }: FormDraw,
  { from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY }: NonNullable<EstimateCuts["truncate"]>,
): EstimateDraw | null {
  const share = (to < Infinity ? cdf(to) : 1) - (from > -Infinity ? cdf(from) : 0);
  if (share < LEAST_KEPT) return null;
  const again = new Float64Array(1);
  return {
    certain: null,
    fill(stream, out, count) {
      draw.fill(stream, out, count);
      for (let i = 0; i < count; i++) {
        while (!(out[i]! >= from && out[i]! <= to)) {
          draw.fill(stream, again, 1);
          out[i] = again[0]!;
        }
      }
    },
  };
}

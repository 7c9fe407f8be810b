import { drawBinomial } from "./draw-binomial.ts";
import type { Stream } from "./stream.ts";

/**
 * Fills `out[from … to − 1]` with a draw from the multinomial distribution whose probabilities are counts ÷ their sum: n
 * rows drawn with replacement from the counted rows, without touching a row. Cells are drawn one given the last, by the
 * binomial distribution.
 *
 * @param counts - whole numbers from 0; only the stretch is read
 * @param n - how many are drawn
 * @example
 * const out = new Float64Array(2);
 * drawMultinomial(Int32Array.of(1, 2, 3, 4), Float64Array.of(0, 7), 9, out);
 * out // => [0, 9]
 */
export function drawMultinomial(
  stream: Stream,
  counts: Float64Array,
  n: number,
  out: Float64Array,
  from = 0,
  to = counts.length,
): void {
  let left = 0;
  for (let cell = from; cell < to; cell++) left += counts[cell]!;
  let draws = n;
  for (let cell = from; cell < to; cell++) {
    const count = counts[cell]!;
    const drawn = count === 0 ? 0 : count >= left ? draws : drawBinomial(stream, draws, count / left);
    out[cell] = drawn;
    draws -= drawn;
    left -= count;
  }
}

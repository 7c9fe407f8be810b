import { drawExponential } from "./draw-exponential.ts";
import { drawUniform } from "./draw-uniform.ts";
import { reproducibleExp } from "./reproducible-exp.ts";
import { nextWord, type Stream } from "./stream.ts";
import { ZIGGURAT_HEIGHT, ZIGGURAT_STEP_WIDTH, ZIGGURAT_SURE, ZIGGURAT_TAIL } from "./ziggurat.ts";

/**
 * A draw from the standard normal distribution.
 *
 * Ziggurat of 512 layers (Marsaglia and Tsang 2000); layer and position come from different bits of one word
 * (Doornik 2005), the position has 23 bits and is centred, so the draw is symmetric.
 *
 * @example
 * Math.abs(drawNormal(Int32Array.of(1, 2, 3, 4))) < 15 // => true
 */
export function drawNormal(stream: Stream): number {
  return normalFromWord(stream, nextWord(stream));
}

/** The normal draw that begins with `word`; takes more from the stream in 1 case of 125. */
export function normalFromWord(stream: Stream, first: number): number {
  for (let word = first; ; word = nextWord(stream)) {
    const layer = word & 511;
    const position = word >> 9;
    const x = (position + 0.5) * ZIGGURAT_STEP_WIDTH[layer]!;
    if ((position ^ (position >> 31)) < ZIGGURAT_SURE[layer]!) return x;
    if (layer === 0)
      return position < 0 ? -drawNormalTail(stream, ZIGGURAT_TAIL) : drawNormalTail(stream, ZIGGURAT_TAIL);
    const low = ZIGGURAT_HEIGHT[layer]!;
    if (low + drawUniform(stream) * (ZIGGURAT_HEIGHT[layer + 1]! - low) < reproducibleExp(-0.5 * x * x)) return x;
  }
}

/**
 * A standard normal draw given that it lies beyond `from` (Marsaglia 1964), which should be 1 or more.
 *
 * A refusal is retried here: drawing a new layer of a ziggurat instead would take mass from the tail, a bias of 0.07 %
 * that only many replications show.
 *
 * @example
 * drawNormalTail(Int32Array.of(1, 2, 3, 4), 3) > 3 // => true
 */
export function drawNormalTail(stream: Stream, from: number): number {
  for (;;) {
    const beyond = drawExponential(stream) / from;
    if (2 * drawExponential(stream) > beyond * beyond) return from + beyond;
  }
}

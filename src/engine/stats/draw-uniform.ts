import { nextWord, type Stream } from "./stream.ts";

/**
 * A uniform draw in the open interval (0, 1): 52 bits, symmetric about ½, never 0 or 1.
 *
 * @example
 * drawUniform(Int32Array.of(1, 2, 3, 4)) > 0 // => true
 */
export function drawUniform(stream: Stream): number {
  const high = nextWord(stream) >>> 6;
  return (high * 67108864 + (nextWord(stream) >>> 6) + 0.5) * 2 ** -52;
}

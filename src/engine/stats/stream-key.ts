import type { Stream } from "./stream.ts";

/** What a family of streams is keyed by: 128 bits mixed from a seed and a name. */
export type StreamKey = Int32Array;

/** Bijective on 32 bits, every input bit reaching every output bit (the finaliser of MurmurHash3). */
function scramble(word: number): number {
  let h = word;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/** Mixes one word into 128 bits; bijective in the word, so keys that differ in it alone never meet. */
function absorb(key: StreamKey, word: number): void {
  const a = scramble(key[0]! ^ word);
  const b = scramble((key[1]! + a) | 0);
  const c = scramble((key[2]! ^ b) + 0x9e3779b9);
  const d = scramble((key[3]! + c) | 0);
  key[0] = a ^ d;
  key[1] = b;
  key[2] = c;
  key[3] = d;
}

/**
 * Refuses a seed that is not a whole number in [0, 2^53).
 *
 * @throws RangeError saying so
 */
export function checkSeed(seed: number): void {
  if (!Number.isSafeInteger(seed) || seed < 0) {
    throw new RangeError(`seed not a whole number in [0, 2^53): ${seed}; give one such as 1`);
  }
}

/**
 * Key of all the streams that belong to a name under a seed: the same for the same pair, whatever else is simulated.
 *
 * @param seed - whole number in [0, 2^53)
 * @param name - any text, by its UTF-16 code units
 * @throws RangeError when the seed is not such a number
 *
 * @example
 * streamKey(1, "credit-bias").length // => 4
 */
export function streamKey(seed: number, name: string): StreamKey {
  checkSeed(seed);
  const key = Int32Array.of(0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344);
  absorb(key, seed | 0);
  absorb(key, Math.floor(seed / 0x100000000));
  absorb(key, name.length);
  for (let i = 0; i < name.length; i++) absorb(key, name.charCodeAt(i));
  return key;
}

/**
 * Sets a stream to the start of the sequence of one block and one place under a key.
 *
 * @param block - which stretch of years, a whole number from 0
 * @param place - which quantity is drawn, a whole number from 0
 *
 * @example
 * const stream = new Int32Array(4);
 * startStream(stream, streamKey(1, "a"), 0, 0);
 * stream[0] // => -972872587
 */
export function startStream(stream: Stream, key: StreamKey, block: number, place: number): void {
  stream.set(key);
  absorb(stream, block);
  absorb(stream, place);
  // The one state from which xoshiro never leaves.
  if ((stream[0]! | stream[1]! | stream[2]! | stream[3]!) === 0) stream[0] = 1;
}

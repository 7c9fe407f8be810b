/**
 * A stream of random 32-bit words: the state of one xoshiro128** generator, four words, changed by every draw.
 *
 * A plain Int32Array, so that a hot loop can hold the four words in registers and write them back.
 */
export type Stream = Int32Array;

/**
 * Next 32 random bits of a stream, as a signed integer.
 *
 * xoshiro128** 1.1 (Blackman and Vigna 2018): period 2^128 − 1, every bit usable.
 *
 * @example
 * nextWord(Int32Array.of(1, 2, 3, 4)) // => 11520
 */
export function nextWord(stream: Stream): number {
  const s1 = stream[1]!;
  const product = Math.imul(s1, 5);
  const word = Math.imul((product << 7) | (product >>> 25), 9);
  const s2 = stream[2]! ^ stream[0]!;
  const s3 = stream[3]! ^ s1;
  stream[1] = s1 ^ s2;
  stream[0] = stream[0]! ^ s3;
  stream[2] = s2 ^ (s1 << 9);
  stream[3] = (s3 << 11) | (s3 >>> 21);
  return word;
}

/**
 * Fills `out[0 … count − 1]` with the stream's next words, each masked: `nextWord` written out in one loop.
 *
 * @example
 * const out = new Int32Array(1);
 * fillWords(Int32Array.of(1, 2, 3, 4), out, 1, -1);
 * out[0] // => 11520
 */
export function fillWords(stream: Stream, out: Int32Array, count: number, mask: number): void {
  let s0 = stream[0]!;
  let s1 = stream[1]!;
  let s2 = stream[2]!;
  let s3 = stream[3]!;
  for (let i = 0; i < count; i++) {
    const product = Math.imul(s1, 5);
    out[i] = Math.imul((product << 7) | (product >>> 25), 9) & mask;
    const shifted = s1 << 9;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= shifted;
    s3 = (s3 << 11) | (s3 >>> 21);
  }
  stream[0] = s0;
  stream[1] = s1;
  stream[2] = s2;
  stream[3] = s3;
}

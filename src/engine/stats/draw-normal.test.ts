import { expect, test } from "vitest";
import { eachDraw, exceeds, expectLaw, momentsAre } from "../../../test/harness/draw-law.ts";
import { drawNormal, drawNormalTail, normalFromWord } from "./draw-normal.ts";
import { normalCdf } from "./normal-cdf.ts";
import { nextWord } from "./stream.ts";
import { startStream, streamKey } from "./stream-key.ts";
import { ZIGGURAT_TAIL } from "./ziggurat.ts";

const LAYER_BITS = 511;

test("moments to the fourth, tails and distribution of normal draws over 40 replications", () => {
  expectLaw({
    name: "normal",
    fill: eachDraw(drawNormal),
    expectations: [
      ...momentsAre(0, 1),
      { of: (x) => x ** 4, is: 3 },
      exceeds(3, normalCdf(-3)),
      { of: (x) => (x < -2 ? 1 : 0), is: normalCdf(-2) },
    ],
    cdf: normalCdf,
  });
});

test("the tail beyond the ziggurat's base has its whole share of the base: a refusal there is retried there", () => {
  // Starting over with another layer loses 6 % of the tail: ten standard errors at this number.
  const n = 600_000;
  const stream = new Int32Array(4);
  startStream(stream, streamKey(1, "tail"), 0, 0);
  let beyond = 0;
  for (let i = 0; i < n; i++) {
    const inBase = nextWord(stream) & ~LAYER_BITS;
    if (Math.abs(normalFromWord(stream, inBase)) > ZIGGURAT_TAIL) beyond++;
  }
  const tail = Math.sqrt(2 * Math.PI) * normalCdf(-ZIGGURAT_TAIL);
  const share = tail / (ZIGGURAT_TAIL * Math.exp(-0.5 * ZIGGURAT_TAIL ** 2) + tail);
  expect(Math.abs(beyond - n * share)).toBeLessThan(4 * Math.sqrt(n * share * (1 - share)));
});

test.each([1, 3.1])("draws beyond %s have the normal's law there", (from) => {
  const mass = normalCdf(-from);
  const mean = Math.exp(-0.5 * from * from) / Math.sqrt(2 * Math.PI) / mass;
  expectLaw({
    name: `beyond ${from}`,
    fill: eachDraw((stream) => drawNormalTail(stream, from)),
    expectations: momentsAre(mean, 1 + from * mean - mean * mean),
    cdf: (x) => 1 - normalCdf(-x) / mass,
  });
});

test("words that mirror each other in their position give draws that do, in every layer and the tail", () => {
  for (let layer = 0; layer < 512; layer++) {
    // From the middle of the layer outwards, not so far that a draw beside the curve is refused.
    for (const share of [0, 0.3, 0.9]) {
      const word = (Math.floor(share * 2 ** 22) << 9) | layer;
      const right = normalFromWord(Int32Array.of(1, 2, 3, 4), word);
      expect(right).toBeGreaterThan(0);
      expect(normalFromWord(Int32Array.of(1, 2, 3, 4), word ^ ~LAYER_BITS)).toBe(-right);
    }
  }
  const outermost = 0x7fffffff & ~LAYER_BITS;
  const tail = normalFromWord(Int32Array.of(1, 2, 3, 4), outermost);
  expect(tail).toBeGreaterThan(ZIGGURAT_TAIL);
  expect(normalFromWord(Int32Array.of(1, 2, 3, 4), outermost ^ ~LAYER_BITS)).toBe(-tail);
});

test("one word in 125 asks the stream for more", () => {
  const words = new Int32Array(4);
  startStream(words, streamKey(3, "words"), 0, 0);
  const n = 200_000;
  let asked = 0;
  for (let i = 0; i < n; i++) {
    const stream = Int32Array.of(1, 2, 3, 4);
    normalFromWord(stream, nextWord(words));
    if (stream[0] !== 1 || stream[1] !== 2) asked++;
  }
  expect(asked / n).toBeGreaterThan(1 / 140);
  expect(asked / n).toBeLessThan(1 / 110);
});

test("the draws of a seed stay the same bits", () => {
  const stream = new Int32Array(4);
  startStream(stream, streamKey(1, "bits"), 0, 0);
  expect(Array.from({ length: 4 }, () => drawNormal(stream))).toEqual([
    -1.6780170977113638, -0.010786330057515805, -0.4347748349795548, -0.057838509707950944,
  ]);
});

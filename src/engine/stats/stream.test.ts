import { expect, test } from "vitest";
import { fillWords, nextWord } from "./stream.ts";

/** First words of the authors' C code from the state 1, 2, 3, 4, as the rand_xoshiro crate quotes them. */
const REFERENCE = [11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804];

test("words are those of xoshiro128**", () => {
  const stream = Int32Array.of(1, 2, 3, 4);
  expect(REFERENCE.map(() => nextWord(stream) >>> 0)).toEqual(REFERENCE);
});

test("a filled array holds the same words, masked, and leaves the stream where single words would", () => {
  const one = Int32Array.of(-5, 77, 1 << 31, 9);
  const many = Int32Array.from(one);
  const words = new Int32Array(1000);
  fillWords(many, words, 999, 0x0fff0fff);
  expect([...words.subarray(0, 999)]).toEqual(Array.from({ length: 999 }, () => nextWord(one) & 0x0fff0fff));
  expect(words[999]).toBe(0);
  expect(many).toEqual(one);
});

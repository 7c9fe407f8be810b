import { expect, test } from "vitest";
import { eachDraw, exceeds, expectLaw, momentsAre } from "../../../test/harness/draw-law.ts";
import { drawUniform } from "./draw-uniform.ts";
import { nextWord } from "./stream.ts";

test("mean, variance, tail and distribution of uniform draws over 40 replications", () => {
  expectLaw({
    name: "uniform",
    fill: eachDraw(drawUniform),
    expectations: [...momentsAre(1 / 2, 1 / 12), exceeds(0.999, 0.001)],
    cdf: (x) => x,
  });
});

test("a draw is made of the upper 26 bits of two words", () => {
  // The generator's published first words from this state are 11520, 0, 5927040, 70819200.
  const stream = Int32Array.of(1, 2, 3, 4);
  expect(drawUniform(stream)).toBe((180 * 2 ** 26 + 0.5) / 2 ** 52);
  expect(drawUniform(stream)).toBe((92610 * 2 ** 26 + 1106550 + 0.5) / 2 ** 52);
});

test("the ends of the range, words of zeros and words of ones, are neither 0 nor 1", () => {
  const zeros = Int32Array.of(5, 0, 5, 9);
  expect(drawUniform(zeros)).toBe(2 ** -53);
  // The word is rotl(5 s₁, 7) × 9; by the inverses of 9 and 5 modulo 2³² it is all ones for this s₁.
  const rotated = Math.imul(-1, 954437177);
  const s1 = Math.imul((rotated >>> 7) | (rotated << 25), -858993459);
  expect(nextWord(Int32Array.of(5, s1, 5, 9))).toBe(-1);
  expect(drawUniform(Int32Array.of(5, s1, 5, 9))).toBe(1 - 2 ** -53);
});

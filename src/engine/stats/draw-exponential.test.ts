import { expect, test } from "vitest";
import { eachDraw, exceeds, expectLaw, momentsAre } from "../../../test/harness/draw-law.ts";
import { drawExponential } from "./draw-exponential.ts";
import { startStream, streamKey } from "./stream-key.ts";

test("mean, variance, tail and distribution of exponential draws over 40 replications", () => {
  expectLaw({
    name: "exponential",
    fill: eachDraw(drawExponential),
    expectations: [...momentsAre(1, 1), exceeds(5, Math.exp(-5))],
    cdf: (x) => -Math.expm1(-x),
  });
});

test("the largest draw is 53 ln 2, from words of zeros; the smallest 2⁻⁵³, from words of ones", () => {
  expect(drawExponential(Int32Array.of(5, 0, 5, 9))).toBeCloseTo(36.7368005696771, 13);
  const rotated = Math.imul(-1, 954437177);
  const s1 = Math.imul((rotated >>> 7) | (rotated << 25), -858993459);
  expect(drawExponential(Int32Array.of(5, s1, 5, 9))).toBe(2 ** -53);
});

test("the draws of a seed stay the same bits", () => {
  const stream = new Int32Array(4);
  startStream(stream, streamKey(1, "bits"), 0, 0);
  expect(Array.from({ length: 4 }, () => drawExponential(stream))).toEqual([
    0.4047562207870737, 0.10372946783189559, 2.7510448281703725, 1.9084746646309234,
  ]);
});

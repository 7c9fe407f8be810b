import { expect, test } from "vitest";
import { exceeds, expectLaw, momentsAre } from "../../../test/harness/draw-law.ts";
import { drawNormal, normalFromWord } from "./draw-normal.ts";
import { fillLognormal } from "./fill-lognormal.ts";
import { normalCdf } from "./normal-cdf.ts";
import { nextWord } from "./stream.ts";
import { startStream, streamKey } from "./stream-key.ts";

test.each([
  [0, 0.5],
  [11, 0.3],
  [-2, 0.7],
])("moments, tail and distribution of lognormal draws of %s, %s over 40 replications", (mu, sigma) => {
  const mean = Math.exp(mu + (sigma * sigma) / 2);
  expectLaw({
    name: `lognormal ${mu}, ${sigma}`,
    fill: (stream, out) => fillLognormal(stream, mu, sigma, out, out.length),
    expectations: [
      ...momentsAre(mean, Math.expm1(sigma * sigma) * mean * mean),
      { of: Math.log, is: mu },
      { of: (x) => (Math.log(x) - mu) ** 2, is: sigma * sigma },
      exceeds(Math.exp(mu + 2 * sigma), normalCdf(-2)),
    ],
    cdf: (x) => normalCdf((Math.log(x) - mu) / sigma),
  });
});

/** Draws per stretch after which those that the ziggurat could not settle at once are settled. */
const STRIDE = 1024;

test.each([1, 2, 1023, 1024, 1025, 5000])(
  "%s draws are e^(mu + sigma Z) of the normals of the same words, and leave the stream where these do",
  (count) => {
    const filling = new Int32Array(4);
    const single = new Int32Array(4);
    startStream(filling, streamKey(8, "same words"), count, 0);
    single.set(filling);
    const out = new Float64Array(count + 1).fill(-1);
    fillLognormal(filling, 2, 1.3, out, count);
    for (let from = 0; from < count; from += STRIDE) {
      const words = Array.from({ length: Math.min(STRIDE, count - from) }, () => nextWord(single));
      for (const [i, word] of words.entries()) {
        const expected = Math.exp(2 + 1.3 * normalFromWord(single, word));
        expect(Math.abs(out[from + i]! / expected - 1)).toBeLessThan(1e-14);
      }
    }
    expect(filling).toEqual(single);
    expect(out[count]).toBe(-1);
  },
);

test("draws that could leave the range of a double stay its numbers or its ends", () => {
  const out = new Float64Array(500);
  const stream = Int32Array.of(1, 2, 3, 4);
  const single = Int32Array.of(1, 2, 3, 4);
  fillLognormal(stream, 600, 100, out, 500);
  expect(out.some((x) => x === Number.POSITIVE_INFINITY)).toBe(true);
  for (const x of out) {
    const exponent = 600 + 100 * drawNormal(single);
    if (exponent > 709.79) expect(x).toBe(Number.POSITIVE_INFINITY);
    else expect(Math.abs(x / Math.exp(exponent) - 1)).toBeLessThan(1e-14);
  }
  fillLognormal(stream, -700, 20, out, 500);
  expect(out.every((x) => x >= 0 && x < 1e-250)).toBe(true);
});

test.each([-600, -1, 0, 3, 690, 705])("without spread every draw is e^mu, at a mu of %s", (mu) => {
  const out = new Float64Array(2000);
  fillLognormal(Int32Array.of(1, 2, 3, 4), mu, 0, out, out.length);
  // Of the exponent's own rounding, mu × 2^-53 or so, nothing can be regained.
  const tolerance = 2e-15 + 3e-16 * Math.abs(mu);
  expect(out.every((x) => Math.abs(x / Math.exp(mu) - 1) < tolerance)).toBe(true);
});

test("no draw is asked for, none is made", () => {
  const stream = Int32Array.of(1, 2, 3, 4);
  fillLognormal(stream, 0, 1, new Float64Array(0), 0);
  expect(stream).toEqual(Int32Array.of(1, 2, 3, 4));
});

test("the draws of a seed stay the same bits", () => {
  const stream = new Int32Array(4);
  startStream(stream, streamKey(1, "bits"), 0, 0);
  const out = new Float64Array(4);
  fillLognormal(stream, 1, 0.7, out, 4);
  expect([...out]).toEqual([0.839782819827902, 2.697834917598574, 2.0050271774695285, 2.6104249996789433]);
});

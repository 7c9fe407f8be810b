import { expect, test } from "vitest";
import { exceeds, expectLaw, momentsAre } from "../../../test/harness/draw-law.ts";
import { drawNormal } from "./draw-normal.ts";
import { lognormalDraws } from "./lognormal-draws.ts";
import { drawBesideStrip, type LognormalStrips, lognormalStrips } from "./lognormal-strips.ts";
import { normalCdf } from "./normal-cdf.ts";
import { nextWord, type Stream } from "./stream.ts";
import { startStream, streamKey } from "./stream-key.ts";

function started(block: number): Stream {
  const stream = new Int32Array(4);
  startStream(stream, streamKey(8, "same words"), block, 0);
  return stream;
}

test.each([
  [0, 0.5],
  [11, 0.3],
  [-2, 0.7],
  [3, 1.5],
])("moments, tail and distribution of lognormal draws of %s, %s over 40 replications", (mu, sigma) => {
  const mean = Math.exp(mu + (sigma * sigma) / 2);
  expectLaw({
    name: `lognormal ${mu}, ${sigma}`,
    fill: (stream, out) => lognormalDraws(mu, sigma).fill(stream, out, out.length),
    expectations: [
      ...momentsAre(mean, Math.expm1(sigma * sigma) * mean * mean),
      { of: Math.log, is: mu },
      { of: (x) => (Math.log(x) - mu) ** 2, is: sigma * sigma },
      exceeds(Math.exp(mu + 2 * sigma), normalCdf(-2)),
    ],
    cdf: (x) => normalCdf((Math.log(x) - mu) / sigma),
  });
});

/** The draw that begins with a word, by hand. */
function single(strips: LognormalStrips, stream: Stream): number {
  const word = nextWord(stream);
  const strip = word & 1023;
  const position = word >>> 10;
  if (position >= strips.sure[strip]!) return drawBesideStrip(strips, stream, strip, position);
  return strips.start[strip]! + position * strips.step[strip]!;
}

test.each([1, 2, 1023, 4096, 4097, 10_000])("%s draws are those of the strips one after the other", (count) => {
  const filling = started(count);
  const by = started(count);
  const out = new Float64Array(count + 1).fill(-1);
  lognormalDraws(2, 1.3).fill(filling, out, count);
  const strips = lognormalStrips(2, 1.3)!;
  for (let i = 0; i < count; i++) expect(out[i]).toBe(single(strips, by));
  expect(filling).toEqual(by);
  expect(out[count]).toBe(-1);
});

test("added draws are those that are filled, in the order of the stream, whoever else draws in between", () => {
  const [one, other] = [lognormalDraws(2, 1.3), lognormalDraws(2, 0.3)];
  const index = Uint16Array.from({ length: 3000 }, (_, i) => (i * 7) % 16);
  const out = new Float64Array(3000);
  const filling = started(1);
  one.fill(filling, out, 3000);
  const expected = new Float64Array(16).fill(5);
  for (let i = 0; i < 3000; i++) expected[index[i]!]! += out[i]!;
  const sums = new Float64Array(16).fill(5);
  const adding = started(1);
  for (let from = 0; from < 3000; from += 750) {
    one.addTo(adding, sums, index.subarray(from), 750);
    other.fill(started(2), out, 10);
  }
  expect(sums).toEqual(expected);
  expect(adding).toEqual(filling);
});

test("draws that could leave the range of a double stay its numbers or its ends", () => {
  const out = new Float64Array(500);
  const stream = Int32Array.of(1, 2, 3, 4);
  const single = Int32Array.of(1, 2, 3, 4);
  lognormalDraws(600, 100).fill(stream, out, 500);
  expect(out.some((x) => x === Number.POSITIVE_INFINITY)).toBe(true);
  for (const x of out) {
    const exponent = 600 + 100 * drawNormal(single);
    if (exponent > 709.79) expect(x).toBe(Number.POSITIVE_INFINITY);
    else expect(Math.abs(x / Math.exp(exponent) - 1)).toBeLessThan(1e-14);
  }
  lognormalDraws(-700, 20).fill(stream, out, 500);
  expect(out.every((x) => x >= 0 && x < 1e-250)).toBe(true);
});

test.each([-600, -1, 0, 3, 690, 705])("without spread every draw is e^mu, at a mu of %s", (mu) => {
  const out = new Float64Array(2000);
  lognormalDraws(mu, 0).fill(Int32Array.of(1, 2, 3, 4), out, out.length);
  // Of the exponent's own rounding, mu × 2^-53 or so, nothing can be regained.
  const tolerance = 2e-15 + 3e-16 * Math.abs(mu);
  expect(out.every((x) => Math.abs(x / Math.exp(mu) - 1) < tolerance)).toBe(true);
});

test("no draw is asked for, none is made", () => {
  const stream = Int32Array.of(1, 2, 3, 4);
  lognormalDraws(0, 1).fill(stream, new Float64Array(0), 0);
  expect(stream).toEqual(Int32Array.of(1, 2, 3, 4));
});

test("the draws of a seed stay the same bits", () => {
  const stream = new Int32Array(4);
  startStream(stream, streamKey(1, "bits"), 0, 0);
  const out = new Float64Array(4);
  lognormalDraws(1, 0.7).fill(stream, out, 4);
  expect([...out]).toEqual([2.9603836991182506, 9.182563932385639, 6.186081830059732, 2.0589798054308117]);
});

import { expect, test } from "vitest";
import { drawBeta } from "../../stats/draw-beta.ts";
import { startStream, streamKey } from "../../stats/stream-key.ts";
import { measuredRating } from "./measured-rating.ts";
import { ratingBounds, ratingOf } from "./rating-bounds.ts";

test("the probabilities are those of draws from the posterior", () => {
  const stream = new Int32Array(4);
  startStream(stream, streamKey(4, "posterior"), 0, 0);
  const { probabilities } = measuredRating({ events: 3, of: 60 }, ratingBounds.missed);
  const draws = 20_000;
  const counts = new Array<number>(10).fill(0);
  for (let k = 0; k < draws; k++) counts[ratingOf(drawBeta(stream, 3.5, 57.5), ratingBounds.missed) - 1]!++;
  for (const [k, count] of counts.entries()) {
    const p = probabilities[k]!;
    expect(Math.abs(count / draws - p)).toBeLessThan(4.5 * Math.sqrt((p * (1 - p)) / draws) + 1e-4);
  }
  expect(probabilities.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 12);
});

test("nothing seen in few decisions is not rated 1: Jeffreys' posterior of 0 of 100", () => {
  const { rating, share } = measuredRating({ events: 0, of: 100 }, ratingBounds.occurrence);
  // SciPy 1.17: beta.ppf([.05, .5, .95], .5, 100.5).
  expect(share.low).toBeCloseTo(1.96114175e-5, 12);
  expect(share.estimate).toBeCloseTo(2.26642923e-3, 10);
  expect(share.high).toBeCloseTo(1.89768877e-2, 9);
  expect(rating).toBe(6);
});

test("more decisions make it surer", () => {
  const most = (of: number) =>
    Math.max(...measuredRating({ events: of / 200, of }, ratingBounds.occurrence).probabilities);
  expect(most(200)).toBeLessThan(most(2000));
  expect(most(20_000)).toBeGreaterThan(0.999);
});

test.each([
  [-1, 10],
  [11, 10],
  [0, 0],
  [0.5, 10],
  [1, Number.NaN],
])("refuses %d of %d", (events, of) => {
  expect(() => measuredRating({ events, of }, ratingBounds.occurrence)).toThrow(
    `counts not usable: ${events} of ${of}`,
  );
});

import { expect, test } from "vitest";
import { normalCdf } from "./normal-cdf.ts";
import { normalQuantile } from "./normal-quantile.ts";
import { NORMAL_STRIP_BITS, NORMAL_STRIP_DENSITY, NORMAL_STRIP_EDGE } from "./normal-strips.ts";

const STRIPS = 2 ** NORMAL_STRIP_BITS;

test("edges are the quantiles of 1024 equal probabilities, the same on both sides of 0", () => {
  expect(NORMAL_STRIP_EDGE).toHaveLength(STRIPS + 1);
  for (let i = 0; i <= STRIPS; i++) {
    const quantile = normalQuantile(i / STRIPS);
    if (Math.abs(quantile) === Number.POSITIVE_INFINITY || quantile === 0) expect(NORMAL_STRIP_EDGE[i]).toBe(quantile);
    else expect(Math.abs(NORMAL_STRIP_EDGE[i]! / quantile - 1)).toBeLessThan(2e-14);
    expect(NORMAL_STRIP_EDGE[STRIPS - i]! + NORMAL_STRIP_EDGE[i]!).toBeOneOf([0, Number.NaN]);
  }
});

test("what lies beyond the last edge is a strip too: nothing has added up on the way there", () => {
  expect(Math.abs(normalCdf(NORMAL_STRIP_EDGE[1]!) * STRIPS - 1)).toBeLessThan(1e-12);
});

test("densities are those at the edges, 0 at both ends", () => {
  for (let i = 0; i <= STRIPS; i++) {
    expect(Math.abs(NORMAL_STRIP_DENSITY[i]! - Math.exp(-0.5 * NORMAL_STRIP_EDGE[i]! ** 2))).toBeLessThan(1e-15);
  }
});

test("the bits are these everywhere", () => {
  expect([513, 700, 1000, 1023].map((i) => NORMAL_STRIP_EDGE[i])).toEqual([
    0.0024478816191106775, 0.4777719889038858, 1.987427885929894, 3.097269078198758,
  ]);
});

import { expect, test } from "vitest";
import { incompleteBeta } from "../../stats/incomplete-beta.ts";
import { incompleteGamma } from "../../stats/incomplete-gamma.ts";
import { normalCdf } from "../../stats/normal-cdf.ts";
import type { Count } from "../scenario.ts";
import { countOfNormal } from "./count-of-normal.ts";

const NORMALS = Array.from({ length: 161 }, (_, i) => (i - 80) / 13.1);

/** Smallest n with P(N ≤ n) ≥ Φ(z), where rounding of either side may decide at the edge. */
function expectQuantile(count: Count, rate: number, cdf: (n: number) => number): void {
  for (const z of NORMALS) {
    const n = countOfNormal(count, rate, z);
    const p = normalCdf(z);
    const rounding = 1e-9;
    expect(Number.isInteger(n)).toBe(true);
    expect(cdf(n), `${JSON.stringify(count)} ${rate} at ${z}`).toBeGreaterThanOrEqual(p - rounding);
    if (n > 0) expect(cdf(n - 1), `${JSON.stringify(count)} ${rate} at ${z}`).toBeLessThan(p + rounding);
  }
}

const poisson = (rate: number) => (n: number) => 1 - incompleteGamma(n + 1, rate);

test.each([1e-6, 0.1, 1, 7, 80, 399, 401, 2500, 1e5])("Poisson numbers of rate %s are quantiles of the law", (rate) => {
  expectQuantile({ kind: "poisson" }, rate, poisson(rate));
});

test.each([
  [0.3, 0.2],
  [4, 0.5],
  [4, 30],
  [900, 2],
  [900, 5000],
  [30_000, 150],
])("negative binomial numbers of rate %s and size %s are quantiles of the law", (rate, size) => {
  const cdf = (n: number) => incompleteBeta({ alpha: size, beta: n + 1 }, size / (size + rate));
  expectQuantile({ kind: "negative-binomial", size }, rate, cdf);
});

test.each([
  [2, 0.3],
  [0.5, 0.95],
  [3, 0],
  [3, 1],
])("numbers of rate %s silent by %s are quantiles of the law", (rate, silent) => {
  expectQuantile({ kind: "zero-inflated", silent }, rate, (n) => silent + (1 - silent) * poisson(rate)(n));
});

test.each([0, 0.1, 0.5, 1])("at most one with probability %s", (rate) => {
  expectQuantile({ kind: "at-most-one" }, rate, (n) => (n < 0 ? 0 : n < 1 ? 1 - rate : 1));
});

test("no events without a rate, and no number for one that is not finite", () => {
  for (const z of [-30, 0, 30]) expect(countOfNormal({ kind: "poisson" }, 0, z)).toBe(0);
  expect(() => countOfNormal({ kind: "poisson" }, Number.POSITIVE_INFINITY, 0)).toThrow(
    "mean number of events not finite and positive: Infinity; give a smaller frequency",
  );
  // The largest and smallest normals that can be drawn have a number too.
  expect(countOfNormal({ kind: "poisson" }, 1e4, -14)).toBeLessThan(1e4);
  expect(countOfNormal({ kind: "negative-binomial", size: 0.1 }, 5, 14)).toBeGreaterThan(100);
});

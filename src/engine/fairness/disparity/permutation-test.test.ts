import { expect, test } from "vitest";
import { drawBinomial } from "../../stats/draw-binomial.ts";
import { fisherExactTest } from "../../stats/fisher-exact-test.ts";
import { startStream, streamKey } from "../../stats/stream-key.ts";
import { permutationTest } from "./permutation-test.ts";

function range([rates]: readonly Float64Array[]): number {
  return Math.max(...rates!) - Math.min(...rates!);
}

test("two groups: Fisher's exact test, which the shuffling of two groups with the same order of tables approaches", () => {
  const stratum = { n: [9, 0, 14], successes: [2, 0, 9] };
  const exact = permutationTest([stratum], range, { seed: 1 });
  expect(exact).toEqual({
    pValue: fisherExactTest([
      [2, 7],
      [9, 5],
    ]).twoSided,
    method: "fisher",
  });
});

test("groups of very unequal size with one true rate are told apart in 5 % of trials, not more", () => {
  const sizes = [400, 36, 12, 150];
  const stream = new Int32Array(4);
  startStream(stream, streamKey(20261121, "null"), 0, 0);
  const trials = 400;
  let rejected = 0;
  for (let trial = 0; trial < trials; trial++) {
    const successes = sizes.map((n) => drawBinomial(stream, n, 0.3));
    if (permutationTest([{ n: sizes, successes }], range, { seed: trial, draws: 199 }).pValue <= 0.05) rejected++;
  }
  // 5 % ± 3 standard deviations of 400 trials.
  expect(rejected / trials).toBeLessThan(0.083);
  expect(rejected / trials).toBeGreaterThan(0.017);
});

test("a difference in one stratum is found though the totals agree", () => {
  const strata = [
    { n: [100, 100, 100], successes: [20, 50, 80] },
    { n: [100, 100, 100], successes: [80, 50, 20] },
  ];
  const worst = (rates: readonly Float64Array[]) => Math.max(...rates.map((one) => range([one])));
  expect(permutationTest(strata, worst, { seed: 3 }).pValue).toBe(1 / 8001);
});

test("the same seed gives the same p-value", () => {
  const strata = [{ n: [30, 40, 50], successes: [9, 15, 12] }];
  expect(permutationTest(strata, range, { seed: 5 })).toEqual(permutationTest(strata, range, { seed: 5 }));
});

test("equal rates are as near as can be: p is 1", () => {
  expect(permutationTest([{ n: [10, 20, 30], successes: [5, 10, 15] }], range, { seed: 5 }).pValue).toBe(1);
});

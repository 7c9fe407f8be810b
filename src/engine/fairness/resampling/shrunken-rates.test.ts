import { expect, test } from "vitest";
import { drawBeta } from "../../stats/draw-beta.ts";
import { drawBinomial } from "../../stats/draw-binomial.ts";
import { startStream, streamKey } from "../../stats/stream-key.ts";
import { wilsonInterval } from "../../stats/wilson-interval.ts";
import { posteriorRate, shrunkenRates } from "./shrunken-rates.ts";

const groups = [
  [3, 5],
  [30, 60],
  [12, 40],
  [1, 4],
  [55, 100],
].map(([successes, n]) => ({ successes: successes!, n: n! }));

test("known groups", () => {
  const fit = shrunkenRates(groups);
  expect(Math.abs(fit.alpha / 20.50187 - 1)).toBeLessThan(1e-4);
  expect(Math.abs(fit.beta / 23.7914 - 1)).toBeLessThan(1e-4);
  expect(fit.negativeLogLikelihood).toBeCloseTo(144.127014, 6);
});

test("a given prior", () => {
  const rate = posteriorRate({ successes: 3, n: 5 }, { alpha: 2, beta: 3 });
  expect(rate.estimate).toBeCloseTo(0.5, 12);
  expect(rate.low).toBeCloseTo(0.212009, 6);
  expect(rate.high).toBeCloseTo(0.787991, 6);
});

test("groups that differ by less than chance would are drawn together, and the prior stays finite", () => {
  const fit = shrunkenRates(Array.from({ length: 6 }, () => ({ successes: 30, n: 100 })));
  expect(fit.alpha + fit.beta).toBeGreaterThan(1e5);
  for (const { estimate } of fit.rates) expect(estimate).toBeCloseTo(0.3, 4);
});

test("over replications shrunken rates are nearer to the truth than plain ones, and their intervals cover", () => {
  const sizes = [4, 6, 9, 15, 25, 40, 80, 150];
  const stream = new Int32Array(4);
  startStream(stream, streamKey(20261121, "shrink"), 0, 0);
  let [plain, shrunken, covered, wilson] = [0, 0, 0, 0];
  const trials = 60;
  for (let trial = 0; trial < trials; trial++) {
    const truth = sizes.map(() => drawBeta(stream, 8, 12));
    const counted = sizes.map((n, g) => ({ n, successes: drawBinomial(stream, n, truth[g]!) }));
    for (const [g, rate] of shrunkenRates(counted).rates.entries()) {
      plain += (counted[g]!.successes / sizes[g]! - truth[g]!) ** 2;
      shrunken += (rate.estimate - truth[g]!) ** 2;
      if (rate.low <= truth[g]! && truth[g]! <= rate.high) covered++;
      const [low, high] = wilsonInterval(counted[g]!.successes, sizes[g]!);
      wilson += high - low > rate.high - rate.low ? 1 : 0;
    }
  }
  expect(shrunken).toBeLessThan(0.6 * plain);
  expect(covered / (8 * trials)).toBeGreaterThan(0.9);
  expect(wilson / (8 * trials)).toBeGreaterThan(0.8);
});

test("fewer than two groups cannot lean on each other", () => {
  expect(() => shrunkenRates([{ successes: 1, n: 4 }])).toThrow("groups with rows too few to shrink: 1");
});

test("of very many rows moments tell what the posterior itself does", () => {
  const ends = (n: number, successes: number) => {
    const groups = [
      { successes, n },
      { successes: 40, n: 90 },
      { successes: 11, n: 60 },
    ];
    const [{ low, high, estimate }] = shrunkenRates(groups).rates as [{ low: number; high: number; estimate: number }];
    return [low - estimate, high - estimate] as const;
  };
  for (const share of [0.3, 0.004]) {
    const [exact, moments] = [ends(100_000, share * 100_000), ends(100_001, share * 100_001)];
    const deviation = Math.sqrt((share * (1 - share)) / 100_000);
    for (const k of [0, 1] as const) expect(Math.abs(exact[k] - moments[k]) / deviation).toBeLessThan(2e-3);
  }
});

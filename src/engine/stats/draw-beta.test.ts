import { expect, test } from "vitest";
import { eachDraw, exceeds, expectLaw, momentsAre } from "../../../test/harness/draw-law.ts";
import { drawBeta } from "./draw-beta.ts";
import { incompleteBeta } from "./incomplete-beta.ts";
import { startStream, streamKey } from "./stream-key.ts";

test.each([
  [0.3, 0.2],
  [0.5, 4],
  [1, 1],
  [2.3, 3.7],
  [90, 12],
])("mean, variance, tails and distribution of beta draws of %s, %s over 40 replications", (alpha, beta) => {
  const sum = alpha + beta;
  const mean = alpha / sum;
  const cdf = (x: number) => incompleteBeta({ alpha, beta }, Math.min(1, Math.max(0, x)));
  expectLaw({
    name: `beta ${alpha}, ${beta}`,
    fill: eachDraw((stream) => drawBeta(stream, alpha, beta)),
    expectations: [
      ...momentsAre(mean, (alpha * beta) / (sum * sum * (sum + 1))),
      exceeds(mean, 1 - cdf(mean)),
      exceeds(mean ** 0.8, 1 - cdf(mean ** 0.8)),
    ],
    cdf,
  });
});

const drawn = (count: number, alpha: number, beta: number): number[] => {
  const stream = new Int32Array(4);
  startStream(stream, streamKey(1, "bits"), 0, 0);
  return Array.from({ length: count }, () => drawBeta(stream, alpha, beta));
};

test("shapes so small that both gamma draws underflow still give 0 or 1, each as often as it should be", () => {
  const n = 10_000;
  const draws = drawn(n, 1e-4, 3e-4);
  expect(draws.every((x) => x >= 0 && x <= 1)).toBe(true);
  // All but some 1e-4 × ln of the mass lies at the ends; a quarter of it at 1.
  const atOne = draws.filter((x) => x > 0.5).length / n;
  expect(Math.abs(atOne - 0.25)).toBeLessThan(4 * Math.sqrt((0.25 * 0.75) / n) + 1e-3);
  expect(draws.filter((x) => x > 1e-6 && x < 1 - 1e-6).length / n).toBeLessThan(0.01);
});

test("large shapes gather about their share", () => {
  const spread = Math.sqrt((0.25 * 0.75) / 4e12);
  for (const x of drawn(1000, 1e12, 3e12)) expect(Math.abs(x - 0.25)).toBeLessThan(5 * spread);
});

test.each([
  [0.3, 0.2, [0.006731181480649276, 0.8053812699205571, 0.9992953232980333, 0.5683575611779642]],
  [2, 3, [0.3199346124825231, 0.28288201570275195, 0.3164669705329239, 0.22147861616762268]],
])("the draws of a seed stay the same bits, for %s, %s", (alpha, beta, bits) => {
  expect(drawn(4, alpha, beta)).toEqual(bits);
});

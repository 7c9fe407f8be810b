import { expect, test } from "vitest";
import { lognormalDraws } from "../../stats/lognormal-draws.ts";
import { normalCdf } from "../../stats/normal-cdf.ts";
import { startStream, streamKey } from "../../stats/stream-key.ts";
import { annualLossOfYears } from "./annual-loss-of-years.ts";
import { SortedYears } from "./sorted-years.ts";

const of = (years: ArrayLike<number>) => annualLossOfYears(Float64Array.from(years), new SortedYears());

test("twenty years, counted by hand", () => {
  // 1 … 20 shuffled: F reaches 0.5 at 10, 0.9 at 18, 0.95 at 19, 0.99 at 20.
  const loss = of([20, 3, 17, 1, 5, 9, 2, 8, 19, 4, 6, 7, 10, 11, 18, 12, 13, 14, 15, 16]);
  expect(loss.expectedAnnualLoss).toBe(10.5);
  expect(loss.standardDeviation).toBeCloseTo(Math.sqrt(35), 12);
  expect(loss.probabilityOfLoss).toBe(1);
  expect(loss.valueAtRisk).toEqual({ "0.5": 10, "0.9": 18, "0.95": 19, "0.99": 20 });
  expect(loss.expectedShortfall["0.95"]).toBeCloseTo(20, 12);
  expect(loss.expectedShortfall["0.99"]).toBe(20);
  expect(loss.exceedance).toHaveLength(21);
  expect(loss.exceedance[0]).toEqual({ loss: 0, probability: 1 });
  expect(loss.exceedance[1]).toEqual({ loss: 1, probability: 0.95 });
  expect(loss.exceedance.at(-1)).toEqual({ loss: 20, probability: 0 });
});

test("the atom at the quantile is shared between the tail and the rest", () => {
  // 1000 years, 5 of them with a loss of 100 … 500: the worst 1 % are those five and five years without a loss.
  const loss = of(Array.from({ length: 1000 }, (_, i) => (i < 5 ? 100 * (i + 1) : 0)));
  expect(loss.valueAtRisk["0.99"]).toBe(0);
  expect(loss.expectedShortfall["0.99"]).toBeCloseTo(1500 / 10, 10);
  expect(loss.expectedShortfall["0.95"]).toBeCloseTo(1500 / 50, 10);
  // Ten years at 7 on top, the level 0.99 between them: VaR 7, and the tail wholly at it.
  const flat = of(Array.from({ length: 1000 }, (_, i) => (i < 30 ? 7 : 1)));
  expect(flat.valueAtRisk["0.99"]).toBe(7);
  expect(flat.expectedShortfall["0.99"]).toBe(7);
  expect(flat.expectedShortfall["0.95"]).toBeCloseTo((30 * 7 + 20 * 1) / 50, 12);
});

test("rank ⌈np⌉ is not pushed up by the rounding of n × p", () => {
  for (const n of [20, 100, 700, 1900, 10_000, 55_500]) {
    const loss = of(Array.from({ length: n }, (_, i) => i + 1));
    expect(loss.valueAtRisk["0.95"]).toBe((n * 95) / 100);
    expect(loss.valueAtRisk["0.9"]).toBe((n * 90) / 100);
  }
});

test.each([1, 2, 7])("%s years are enough for every figure but the error of one year", (n) => {
  const loss = of(Array.from({ length: n }, (_, i) => i));
  const figures = [
    loss.expectedAnnualLoss,
    loss.standardDeviation,
    loss.valueAtRisk["0.5"],
    loss.expectedShortfall["0.99"],
  ];
  expect(figures.every(Number.isFinite)).toBe(true);
  expect(loss.error.expectedAnnualLoss).toEqual(
    n === 1 ? { standardError: Number.POSITIVE_INFINITY } : { standardError: expect.any(Number) },
  );
});

test("years without any loss have figures of 0 and a curve of one point", () => {
  const loss = of(new Float64Array(5000));
  expect(loss.exceedance).toEqual([{ loss: 0, probability: 0 }]);
  expect([loss.expectedAnnualLoss, loss.standardDeviation, loss.probabilityOfLoss]).toEqual([0, 0, 0]);
  expect(loss.expectedShortfall).toEqual({ "0.95": 0, "0.99": 0 });
  expect(loss.error.expectedAnnualLoss).toEqual({ standardError: 0 });
});

test("large losses do not overflow, and an infinite one is refused", () => {
  const loss = of([1e150, 2e150, 3e150, 4e150]);
  expect(loss.standardDeviation / Math.sqrt(5 / 3) / 1e150).toBeCloseTo(1, 12);
  expect(() => of([1, Number.POSITIVE_INFINITY])).toThrow("annual loss not finite; give narrower estimates");
});

test("the curve rises in loss, falls in probability, and says P(S > x) to the year", () => {
  const years = lognormals(30_000, 0).map((x, i) => (i % 3 === 0 ? 0 : i % 5 === 0 ? Math.ceil(x) : x));
  const { exceedance, probabilityOfLoss } = of(years);
  expect(exceedance.length).toBeGreaterThan(150);
  expect(exceedance.length).toBeLessThanOrEqual(256);
  expect(exceedance[0]).toEqual({ loss: 0, probability: probabilityOfLoss });
  expect(exceedance.at(-1)).toEqual({ loss: Math.max(...years), probability: 0 });
  for (const [i, { loss, probability }] of exceedance.entries()) {
    expect(probability).toBe(years.filter((year) => year > loss).length / years.length);
    if (i > 0) expect(loss).toBeGreaterThan(exceedance[i - 1]!.loss);
  }
});

test("standard errors are those that replications show, two thirds of which lie within them", () => {
  const sigma = 0.8;
  const replications = Array.from({ length: 400 }, (_, i) => of(lognormals(5000, i)));
  const mean = Math.exp(sigma ** 2 / 2);
  const quantile = (z: number) => Math.exp(sigma * z);
  const shortfall = (p: number, z: number) => (mean * normalCdf(sigma - z)) / (1 - p);
  const figures: [string, number, (loss: ReturnType<typeof of>) => [number, unknown]][] = [
    ["mean", mean, (l) => [l.expectedAnnualLoss, l.error.expectedAnnualLoss]],
    ["sd", mean * Math.sqrt(Math.expm1(sigma ** 2)), (l) => [l.standardDeviation, l.error.standardDeviation]],
    ["q50", 1, (l) => [l.valueAtRisk["0.5"], l.error.valueAtRisk["0.5"]]],
    ["q90", quantile(1.2815515655446004), (l) => [l.valueAtRisk["0.9"], l.error.valueAtRisk["0.9"]]],
    ["q95", quantile(1.6448536269514722), (l) => [l.valueAtRisk["0.95"], l.error.valueAtRisk["0.95"]]],
    ["q99", quantile(2.3263478740408408), (l) => [l.valueAtRisk["0.99"], l.error.valueAtRisk["0.99"]]],
    [
      "es95",
      shortfall(0.95, 1.6448536269514722),
      (l) => [l.expectedShortfall["0.95"], l.error.expectedShortfall["0.95"]],
    ],
    [
      "es99",
      shortfall(0.99, 2.3263478740408408),
      (l) => [l.expectedShortfall["0.99"], l.error.expectedShortfall["0.99"]],
    ],
  ];
  const coverage = figures.map(([name, truth, read]) => {
    const within = replications.filter((loss) => {
      const [figure, error] = read(loss);
      return Math.abs(figure - truth) <= (error as { standardError: number }).standardError;
    }).length;
    return [name, within / replications.length] as const;
  });
  // 68.3 % ± 4 binomial standard errors, with room below for the skew of heavy tails.
  for (const [name, share] of coverage) {
    expect(share, name).toBeGreaterThan(0.57);
    expect(share, name).toBeLessThan(0.78);
  }
});

function lognormals(n: number, replication: number): Float64Array {
  const stream = new Int32Array(4);
  startStream(stream, streamKey(1, "years"), replication, 0);
  const out = new Float64Array(n);
  lognormalDraws(0, 0.8).fill(stream, out, n);
  return out;
}
